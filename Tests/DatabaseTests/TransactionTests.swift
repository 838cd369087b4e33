import Database
import DatabaseTesting
import Foundation
import Testing

@Suite struct TransactionTests {
    private struct Refusal: Error {}

    private let d = TestDatabase.dialect
    private var table: String { "create table marks (name \(d.text) primary key) \(d.strict)" }

    @Test func `a write that throws leaves nothing behind`() async throws {
        let scratch = try await Scratch(table)
        await #expect(throws: Refusal.self) {
            try await scratch.database.write { connection in
                try connection.execute("insert into marks (name) values ('one')")
                try connection.execute("insert into marks (name) values ('two')")
                throw Refusal()
            }
        }
        #expect(try await scratch.count("marks") == 0)
    }

    @Test func `a write that breaks a constraint leaves nothing behind`() async throws {
        let scratch = try await Scratch(table)
        await #expect(throws: (any Error).self) {
            try await scratch.database.write { connection in
                try connection.execute("insert into marks (name) values ('one')")
                try connection.execute("insert into marks (name) values ('one')")
            }
        }
        #expect(try await scratch.count("marks") == 0)
    }

    @Test func `what is written is seen at once by whoever else has the file open`() async throws {
        let scratch = try await Scratch(table)
        try await scratch.database.write { _ = try $0.execute("insert into marks (name) values ('one')") }
        let other = try scratch.another()
        let count = try await other.read { try $0.row("select count(*) as count from marks")?["count"] as Int? }
        #expect(count == 1)
        try other.close()
    }

    @Test func `a read cannot write`() async throws {
        let scratch = try await Scratch(table)
        await #expect(throws: (any Error).self) {
            try await scratch.database.read { _ = try $0.execute("insert into marks (name) values ('one')") }
        }
    }

    @Test func `two that write at the same time both get their turn`() async throws {
        let scratch = try await Scratch(
            "create table counters (id \(d.int64) primary key, value \(d.int64) not null) \(d.strict)")
        let first = scratch.database
        let second = try scratch.another()
        try await first.write { _ = try $0.execute("insert into counters (id, value) values (1, 0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for database in [first, second] {
                for _ in 1...20 {
                    group.addTask {
                        try await database.write { connection in
                            let value: Int = try connection.row("select value from counters")?["value"] ?? 0
                            try connection.execute("update counters set value = $1", [value + 1])
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let value = try await first.read { try $0.row("select value from counters")?["value"] as Int? }
        #expect(value == 40)
        try second.close()
    }

    @Test func `a foreign key is enforced`() async throws {
        let scratch = try await Scratch(
            table,
            """
            create table children (
                name \(d.text) not null references marks (name) on delete cascade
            ) \(d.strict)
            """)
        await #expect(throws: (any Error).self) {
            try await scratch.database.write { _ = try $0.execute("insert into children (name) values ('nobody')") }
        }
    }

    @Test func `execute says how many rows it changed`() async throws {
        let scratch = try await Scratch(table)
        let counts = try await scratch.database.write { connection in
            [
                try connection.execute("insert into marks (name) values ('one'), ('two')"),
                try connection.execute("insert into marks (name) values ('one') on conflict do nothing"),
                try connection.execute("delete from marks"),
            ]
        }
        #expect(counts == [2, 0, 2])
    }

    @Test func `after closing, everything throws`() async throws {
        let scratch = try await Scratch(table)
        try scratch.database.close()
        await #expect(throws: (any Error).self) { try await scratch.count("marks") }
    }

    @Test func `only the URLs of the two engines are understood`() {
        #expect(throws: DatabaseError.unsupportedURL(scheme: "mysql")) { try Database(url: "mysql://host/base") }
        #expect(throws: DatabaseError.invalidURL) { try Database(url: "postgres://[half-open/base?sslmode") }
        #expect(throws: DatabaseError.unknownURLParameter("sslmod")) {
            try Database(url: "postgres://ann@db1/base?connect_timeout=3&sslmod=require")
        }
        for secret in ["pass@word=1", "password=ab&Geheim=x", "sslPassword=ab&Geheim=="] {
            #expect(throws: DatabaseError.invalidURL) { try Database(url: "postgres://ann@db1/base?\(secret)") }
        }
        #expect(throws: DatabaseError.unsupportedURL(scheme: "nothing")) { try Database(url: "nothing") }
    }

    @Test func `a database in a folder that is not there says how to mend it`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "absent-\(UUID().uuidString)/test.sqlite")
            .path
        let error = #expect(throws: DatabaseError.self) { try Database(url: "sqlite:\(path)") }
        #expect(error?.description.contains("there is no folder") == true)
    }
}
