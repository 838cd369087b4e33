import Database
import DatabaseTesting
import Testing

@Suite struct PlaceholderTests {
    private let d = TestDatabase.dialect

    @Test func `a placeholder means its number, wherever it stands`() async throws {
        let scratch = try await Scratch()
        let text = try await scratch.database.read { connection in
            try connection.row("select $2 || $1 as text", ["a", "b"])?["text"] as String?
        }
        #expect(text == "ba")
    }

    @Test func `a placeholder may be used more than once`() async throws {
        let scratch = try await Scratch()
        let text = try await scratch.database.read { connection in
            try connection.row("select $1 || $2 || $1 as text", ["a", "b"])?["text"] as String?
        }
        #expect(text == "aba")
    }

    @Test func `more than nine placeholders keep their order`() async throws {
        let scratch = try await Scratch()
        let values = (1...12).map(String.init)
        let text = try await scratch.database.read { connection in
            try connection.row("select $12 || '.' || $10 || '.' || $1 as text", values)?["text"] as String?
        }
        #expect(text == "12.10.1")
    }

    @Test func `a value is a value, even when it looks like SQL`() async throws {
        let scratch = try await Scratch("create table notes (text \(d.text) not null) \(d.strict)")
        let hostile = "'); drop table notes; --"
        let found = try await scratch.database.write { connection in
            try connection.execute("insert into notes (text) values ($1)", [hostile])
            return try connection.row("select text from notes where text = $1", [hostile])?["text"] as String?
        }
        #expect(found == hostile)
        #expect(try await scratch.count("notes") == 1)
    }

    @Test func `placeholders for a list go on after those that are used`() {
        #expect(placeholders(3, after: 2) == "$3, $4, $5")
        #expect(placeholders(0) == "")
    }

    @Test func `placeholders for rows come in parentheses`() {
        #expect(placeholders(rows: 2, columns: 2, after: 1) == "($2, $3), ($4, $5)")
    }

    @Test func `a thousand rows go into one statement`() async throws {
        let scratch = try await Scratch("create table pairs (a \(d.int64) not null, b \(d.text) not null) \(d.strict)")
        let changed = try await scratch.database.write { connection in
            try connection.execute(
                "insert into pairs (a, b) values \(placeholders(rows: 1_000, columns: 2))",
                (1...1_000).flatMap { [$0, String($0)] as [any SQLConvertible] })
        }
        #expect(changed == 1_000)
        let found = try await scratch.database.read { connection in
            try connection.rows(
                "select a from pairs where (a, b) in (values \(placeholders(rows: 700, columns: 2)))",
                (1...700).flatMap { [$0, String($0)] as [any SQLConvertible] }
            ).count
        }
        #expect(found == 700)
    }
}
