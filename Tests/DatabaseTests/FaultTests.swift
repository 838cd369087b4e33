import Database
import DatabaseTesting
import Testing

/// What tells a caller whether trying again can help.
@Suite struct FaultTests {
    private let d = TestDatabase.dialect

    private func error(_ sql: String, _ values: [any SQLConvertible & Sendable] = []) async throws -> (any Error)? {
        let scratch = try await Scratch(
            "create table box (id \(d.int64) primary key, t \(d.text) not null check (t <> '')) \(d.strict)",
            "insert into box (id, t) values (1, 'one')")
        do {
            _ = try await scratch.database.write { try $0.execute(sql, values) }
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "insert into box (id, t) values ($1, 'another')", "insert into box (id, t) values ($1 + 1, '')",
        "insert into box (id, t) values ($1 + 1, null)",
    ])
    func `a statement that is refused for its values is refused for good`(sql: String) async throws {
        let error = try #require(try await error(sql, [1]))
        #expect(DatabaseFault(error) == .refused)
        #expect(!DatabaseFault(error).isTransient)
    }

    @Test func `a statement that is wrong is nobody's values' fault`() async throws {
        let error = try #require(try await error("insert into nowhere (id) values ($1)", [1]))
        #expect(DatabaseFault(error) == .other)
    }

    @Test func `an error does not quote the values`() async throws {
        let error = try #require(
            try await error("insert into box (id, t) values (1, $1)", ["ann@example.com"]))
        #expect(!"\(error)".contains("ann@"))
    }

    @Test func `a database that is closed may be opened again`() async throws {
        let scratch = try await Scratch()
        try scratch.database.close()
        do {
            _ = try await scratch.database.read { try $0.row("select 1 as one") }
            Issue.record("a closed database answered")
        } catch {
            #expect(DatabaseFault(error) != .refused)
        }
    }
}
