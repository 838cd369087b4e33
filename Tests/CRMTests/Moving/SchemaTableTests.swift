import Database
import Foundation
import Testing

@testable import CRM

/// The one list of tables, held against what the migrations really make.
@Suite struct SchemaTableTests {
    /// A database of the engine that says most about itself.
    private func sqlite<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value
    {
        let file = FileManager.default.temporaryDirectory.appending(path: "tables-\(UUID().uuidString).sqlite")
        let database = try Database(url: "sqlite:\(file.path)")
        defer {
            try? database.close()
            for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + end) }
        }
        try await database.migrate(Schema.migrations, now: .start)
        return try await database.read(body)
    }

    @Test func `a table that a migration makes is in the list, with its key`() async throws {
        let keys = try await sqlite { connection in
            var keys: [String: [String]] = [:]
            let tables: [String] = try connection.rows(
                "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'"
            ).map { try $0["name"] }
            for table in tables {
                keys[table] = try connection.rows(
                    "select name from pragma_table_info($1) where pk > 0 order by pk", [table]
                ).map { try $0["name"] }
            }
            return keys
        }
        #expect(keys.count > 30)
        #expect(Set(SchemaTable.all.map(\.name)).count == SchemaTable.all.count)
        #expect(Dictionary(uniqueKeysWithValues: SchemaTable.all.map { ($0.name, $0.key) }) == keys)
    }

    @Test func `a table stands after those that it points to, and belongs to the account in its key`() async throws {
        let references = try await sqlite { connection in
            try SchemaTable.all.map { table in
                try connection.rows("select distinct \"table\" as name from pragma_foreign_key_list($1)", [table.name])
                    .map { try $0["name"] as String }
            }
        }
        for (index, table) in SchemaTable.all.enumerated() {
            let before = Set(SchemaTable.all[..<index].map(\.name))
            #expect(before.isSuperset(of: references[index]), "\(table.name)")
            if case .account(let column) = table.owner { #expect(table.key.first == column, "\(table.name)") }
        }
    }
}
