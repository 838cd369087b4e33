import Database
import DatabaseTesting
import Foundation
import Testing

@Suite struct RowTests {
    private let d = TestDatabase.dialect
    private let twoBytes: String = TestDatabase.dialect == .sqlite ? "x'0102'" : "bytea '\\x0102'"

    private enum Colour: String, SQLConvertible { case red, blue }

    @Test func `every storage class comes back as it went in`() async throws {
        let scratch = try await Scratch(
            "create table box (i \(d.int64), r \(d.float64), t \(d.text), b \(d.blob)) \(d.strict)")
        let row = try await scratch.database.write { connection in
            try connection.execute(
                "insert into box (i, r, t, b) values ($1, $2, $3, $4)",
                [Int64.max, 1.5, "שלום 🌍 é", [0, 255] as [UInt8]])
            return try connection.row("select i, r, t, b from box")
        }
        let found = try #require(row)
        #expect(try found["i"] as Int64 == .max)
        #expect(try found["r"] as Double == 1.5)
        #expect(try found["t"] as String == "שלום 🌍 é")
        #expect(try found["b"] as [UInt8] == [0, 255])
    }

    @Test func `null is read as an optional and as nothing else`() async throws {
        let scratch = try await Scratch()
        let row = try await scratch.database.read { try $0.row("select null as absent") }
        let found = try #require(row)
        #expect(try found["absent"] as String? == nil)
        #expect(throws: DatabaseError.column(name: "absent", expected: "String")) { try found["absent"] as String }
    }

    @Test func `a column that is not there is an error, even for an optional`() async throws {
        let scratch = try await Scratch()
        let row = try await scratch.database.read { try $0.row("select 1 as one") }
        let found = try #require(row)
        #expect(throws: DatabaseError.self) { try found["two"] as Int? }
    }

    @Test func `a value of another type is an error that does not tell the value`() async throws {
        let scratch = try await Scratch()
        let row = try await scratch.database.read { try $0.row("select 'ann@example.com' as email") }
        let found = try #require(row)
        let error = #expect(throws: DatabaseError.self) { try found["email"] as Int? }
        #expect(error.map { !"\($0)".contains("ann@") } == true)
    }

    @Test func `a word outside a closed set is an error`() async throws {
        let scratch = try await Scratch()
        let row = try await scratch.database.read { try $0.row("select 'blue' as known, 'green' as unknown") }
        let found = try #require(row)
        #expect(try found["known"] as Colour == .blue)
        #expect(throws: DatabaseError.self) { try found["unknown"] as Colour? }
    }

    @Test func `a query that finds nothing has no row`() async throws {
        let scratch = try await Scratch()
        #expect(try await scratch.database.read { try $0.row("select 1 as one where 1 = 2") } == nil)
        #expect(try await scratch.database.read { try $0.rows("select 1 as one where 1 = 2").count } == 0)
    }

    @Test func `a UUID is sixteen bytes, and version 7 sorts by time`() async throws {
        let scratch = try await Scratch("create table ids (id \(d.blob) primary key) \(d.strict)")
        let texts = [
            "019ab000-0000-7000-8000-000000000002", "019aa000-0000-7fff-bfff-ffffffffffff",
            "019aa000-0000-7000-8000-000000000001",
        ]
        let ids = texts.compactMap(UUID.init(uuidString:))
        let found = try await scratch.database.write { connection in
            for id in ids { try connection.execute("insert into ids (id) values ($1)", [id]) }
            return try connection.rows("select id, length(id) as length from ids order by id").map { row in
                #expect(try row["length"] as Int == 16)
                return try row["id"] as UUID
            }
        }
        #expect(found == ids.reversed())
    }

    @Test func `a blob that is no UUID is an error`() async throws {
        let scratch = try await Scratch()
        let row = try await scratch.database.read { [twoBytes] in try $0.row("select \(twoBytes) as id") }
        let found = try #require(row)
        #expect(throws: DatabaseError.self) { try found["id"] as UUID }
    }

    @Test func `a value can be handed on unread`() async throws {
        let scratch = try await Scratch()
        let row = try await scratch.database.read { [twoBytes] in try $0.row("select \(twoBytes) as id") }
        #expect(try row?["id"] as SQLValue? == .blob([1, 2]))
    }
}
