import Database
import Testing

@Suite struct MigrationTests {
    private let first = Migration(number: 1, name: "marks") { dialect in
        ["create table marks (name \(dialect.text) primary key) \(dialect.strict)"]
    }
    private let second = Migration(number: 2, name: "a mark") { _ in ["insert into marks (name) values ('two')"] }
    private let broken = Migration(number: 3, name: "broken") { _ in
        ["insert into marks (name) values ('three')", "insert into nowhere (name) values ('three')"]
    }

    @Test func `an empty database is brought to the last step`() async throws {
        let scratch = try await Scratch()
        #expect(try await scratch.database.schemaNumber() == 0)
        try await scratch.database.migrate([first, second], now: 1)
        #expect(try await scratch.database.schemaNumber() == 2)
        #expect(try await scratch.count("marks") == 1)
    }

    @Test func `a step runs once`() async throws {
        let scratch = try await Scratch()
        try await scratch.database.migrate([first], now: 1)
        try await scratch.database.migrate([first, second], now: 2)
        try await scratch.database.migrate([first, second], now: 3)
        #expect(try await scratch.count("marks") == 1)
        let times: [Int64] = try await scratch.database.read { connection in
            try connection.rows("select applied_at from schema_migrations order by number").map { try $0["applied_at"] }
        }
        #expect(times == [1, 2])
    }

    @Test func `a step that fails leaves the schema as it was`() async throws {
        let scratch = try await Scratch()
        try await scratch.database.migrate([first], now: 1)
        await #expect(throws: (any Error).self) {
            try await scratch.database.migrate([first, second, broken], now: 2)
        }
        #expect(try await scratch.database.schemaNumber() == 1)
        #expect(try await scratch.count("marks") == 0)
    }

    @Test func `a database that a newer program wrote is refused`() async throws {
        let scratch = try await Scratch()
        try await scratch.database.migrate([first, second], now: 1)
        await #expect(throws: DatabaseError.newerSchema(found: 2, known: 1)) {
            try await scratch.database.migrate([first], now: 2)
        }
    }
}
