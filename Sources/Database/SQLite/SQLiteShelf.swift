import GRDB

/// The writer's prepared statements, by the text that the program has for them: most transactions run the same few.
///
/// Only whoever has the writer's connection may touch it.
final class SQLiteShelf {
    struct Prepared {
        let statement: Statement
        let columns: [String: Int]
    }

    /// An insert, whose text is made once.
    private struct Insertion: Hashable {
        let table: String
        let columns: [String]
        let conflict: String

        /// The columns are many, and hardly ever all that differs.
        func hash(into hasher: inout Hasher) {
            hasher.combine(table)
            hasher.combine(columns.count)
        }
    }

    private var statements: [String: Prepared] = [:]
    private var insertions: [Insertion: Prepared] = [:]

    /// More than the program has texts; those of one occasion do not pile up.
    private static let capacity = 512
    /// What is longer is made for a number of values here and there.
    private static let longestKept = 2_048

    func prepared(_ sql: String, _ database: GRDB.Database) throws -> Prepared {
        if let known = statements[sql] { return known }
        let prepared = try prepare(sql, database)
        guard sql.utf8.count <= Self.longestKept else { return prepared }
        if statements.count >= Self.capacity { statements = [:] }
        statements[sql] = prepared
        return prepared
    }

    func insertion(
        into table: String, _ columns: [String], _ conflict: String, _ database: GRDB.Database
    ) throws -> Prepared {
        let insertion = Insertion(table: table, columns: columns, conflict: conflict)
        if let known = insertions[insertion] { return known }
        let prepared = try prepare(SQLiteConnection.insertion(into: table, columns, conflict), database)
        if insertions.count >= Self.capacity { insertions = [:] }
        insertions[insertion] = prepared
        return prepared
    }

    func removeAll() {
        statements = [:]
        insertions = [:]
    }

    private func prepare(_ sql: String, _ database: GRDB.Database) throws -> Prepared {
        let statement = try database.makeStatement(sql: SQLiteConnection.numbered(sql))
        return Prepared(statement: statement, columns: SQLiteRunner.columns(of: statement))
    }
}
