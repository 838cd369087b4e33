import Database
import DatabaseTesting
import Testing

@Suite struct BatchTests {
    private let d = TestDatabase.dialect
    private static let columns = ["account", "id", "flag", "share", "note"]

    private func scratch() async throws -> Scratch {
        try await Scratch(
            """
            create table box (
                account \(d.int64) not null, id \(d.blob) not null, flag \(d.bool) not null, share \(d.float64),
                note \(d.text), primary key (account, id)
            ) \(d.strict)
            """)
    }

    private static func row(_ number: Int) -> [any SQLConvertible] {
        [number % 3, [UInt8(number >> 8), UInt8(number & 255)], number % 2 == 0, Double(number) / 4, "note \(number)"]
    }

    @Test(arguments: [0, 1, 2, 1_000])
    func `rows go in and are found by their keys`(count: Int) async throws {
        let scratch = try await scratch()
        let found = try await scratch.database.write { connection in
            try connection.insert(into: "box", Self.columns, (0..<count).map(Self.row))
            let keys = (0..<count + 3).map { Array(Self.row($0).prefix(2)) }
            let query = "select account, id, flag, share, note from box where account = $1 and id = $2"
            return try connection.rows(query, forEach: keys).map { row in
                let id: [UInt8] = try row["id"]
                let number = Int(id[0]) << 8 | Int(id[1])
                #expect(try row["account"] as Int == number % 3)
                #expect(try row["flag"] as Bool == (number % 2 == 0))
                #expect(try row["share"] as Double == Double(number) / 4)
                #expect(try row["note"] as String == "note \(number)")
                return number
            }
        }
        #expect(found.sorted() == Array(0..<count))
    }

    @Test func `long and short values of one batch come back as they went in`() async throws {
        let scratch = try await scratch()
        let sizes = [3, 9_000, 16_383, 16_384, 16_385, 0, 100_000, 1]
        let found = try await scratch.database.write { connection in
            let rows = sizes.enumerated().map { index, size in
                let id = [UInt8](repeating: UInt8(index + 1), count: size / 2)
                return [index, id, true, 0.5, String(repeating: "é\(index)", count: size)] as [any SQLConvertible]
            }
            try connection.insert(into: "box", Self.columns, rows)
            return try connection.rows("select account, id, note from box order by account").map { row in
                let index: Int = try row["account"]
                let id: [UInt8] = try row["id"]
                let note: String = try row["note"]
                #expect(id.allSatisfy { $0 == UInt8(index + 1) } && id.count == sizes[index] / 2)
                #expect(note == String(repeating: "é\(index)", count: sizes[index]))
                return index
            }
        }
        #expect(found == Array(sizes.indices))
    }

    @Test func `hostile texts, empty bytes and nulls come back as they went in`() async throws {
        let scratch = try await scratch()
        let notes = [
            "'); drop table box; --", "{a,\"b\"}", "NULL", "", "שלום 🌍 \u{1F468}\u{200D}\u{1F469}", "a\\b\n", nil,
        ]
        let found = try await scratch.database.write { connection in
            let rows = notes.enumerated().map { index, note in
                [index, [] as [UInt8], false, nil as Double?, note] as [any SQLConvertible]
            }
            try connection.insert(into: "box", Self.columns, rows)
            return try connection.rows("select id, share, note from box order by account").map { row in
                #expect(try row["id"] as [UInt8] == [])
                #expect(try row["share"] as Double? == nil)
                return try row["note"] as String?
            }
        }
        #expect(found == notes)
    }

    @Test func `a row that is there already can be left or changed`() async throws {
        let scratch = try await scratch()
        let notes = try await scratch.database.write { connection in
            try connection.insert(into: "box", Self.columns, [Self.row(1)])
            var changed = Self.row(1)
            changed[4] = "changed"
            try connection.insert(into: "box", Self.columns, [changed, Self.row(2)], "on conflict do nothing")
            let before = try connection.row("select note from box where account = 1")?["note"] as String?
            try connection.insert(
                into: "box", Self.columns, [changed],
                "on conflict (account, id) do update set note = excluded.note")
            return [before, try connection.row("select note from box where account = 1")?["note"]]
        }
        #expect(notes == ["note 1", "changed"])
        #expect(try await scratch.count("box") == 2)
    }

    @Test func `a change with a subselect of its own is made for every row`() async throws {
        let scratch = try await scratch()
        let notes = try await scratch.database.write { connection in
            try connection.insert(into: "box", Self.columns, (1...3).map(Self.row))
            try connection.execute(
                """
                update box set note = (select max(other.note) from box as other where other.account = $1)
                where account = $2
                """, forEach: [[0, 1], [0, 2]])
            return try connection.rows("select note from box order by account").map { try $0["note"] as String }
        }
        #expect(notes == ["note 3", "note 3", "note 3"])
    }

    @Test func `a value that is missing is not that of the run before`() async throws {
        let scratch = try await scratch()
        let query = "select count(*) as number from box where account = $1 or note = $2"
        await #expect(throws: (any Error).self) {
            try await scratch.database.read { connection in
                _ = try connection.row(query, [1, "note"])
                _ = try connection.row(query, [1])
            }
        }
    }

    @Test func `the same question about the same key is answered for each time it is asked`() async throws {
        let scratch = try await scratch()
        let count = try await scratch.database.write { connection in
            try connection.insert(into: "box", Self.columns, [Self.row(3), Self.row(6)])
            return try connection.rows(
                "select '$1' as text, count(*) as number from box where account = $1", forEach: [[0], [0], [7]]
            ).map { try $0["number"] as Int }.sorted()
        }
        #expect(count == [0, 2, 2])
    }
}
