import Database
import DatabaseTesting
import Testing

@Suite struct SavepointTests {
    private struct Refusal: Error {}

    private let table = "create table marks (name \(TestDatabase.dialect.text) primary key)"

    private func names(_ scratch: Scratch) async throws -> [String] {
        try await scratch.database.read { try $0.rows("select name from marks order by name").map { try $0["name"] } }
    }

    @Test func `what fails inside is undone, and the rest is kept`() async throws {
        let scratch = try await Scratch(table)
        try await scratch.database.write { connection in
            for name in ["one", "two", "one", "three"] {
                do {
                    try connection.savepoint {
                        try connection.execute("insert into marks (name) values ($1)", [name + " before"])
                        try connection.execute("insert into marks (name) values ($1)", [name])
                    }
                } catch {
                    #expect(DatabaseFault(error) == .refused)
                }
            }
        }
        #expect(try await names(scratch) == ["one", "one before", "three", "three before", "two", "two before"])
    }

    @Test func `an error of the caller's undoes it too`() async throws {
        let scratch = try await Scratch(table)
        try await scratch.database.write { connection in
            #expect(throws: Refusal.self) {
                try connection.savepoint {
                    try connection.execute("insert into marks (name) values ('one')")
                    throw Refusal()
                }
            }
            try connection.execute("insert into marks (name) values ('two')")
        }
        #expect(try await names(scratch) == ["two"])
    }

    @Test func `one inside another is undone by itself`() async throws {
        let scratch = try await Scratch(table)
        try await scratch.database.write { connection in
            try connection.savepoint {
                try connection.execute("insert into marks (name) values ('outer')")
                _ = try? connection.savepoint {
                    try connection.execute("insert into marks (name) values ('inner')")
                    throw Refusal()
                }
                try connection.execute("insert into marks (name) values ('outer, later')")
            }
        }
        #expect(try await names(scratch) == ["outer", "outer, later"])
    }

    @Test func `it hands its value on`() async throws {
        let scratch = try await Scratch(table)
        let value = try await scratch.database.write { connection in
            try connection.savepoint { try connection.row("select 7 as seven")?["seven"] as Int? }
        }
        #expect(value == 7)
    }
}
