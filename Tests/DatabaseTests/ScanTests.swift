import Database
import DatabaseTesting
import Testing

/// A scan reads columns where the engine has them.
@Suite struct ScanTests {
    private let d = TestDatabase.dialect

    @Test func `columns are read by position as they were stored`() async throws {
        let scratch = try await Scratch(
            "create table box (i \(d.int64), t \(d.text), b \(d.blob), n \(d.text)) \(d.strict)")
        try await scratch.database.write { connection in
            try connection.execute(
                "insert into box (i, t, b) values ($1, $2, $3)", [Int64.min, "שלום 🌍", [0, 255] as [UInt8]])
            var rows = 0
            try connection.scan("select i, t, b, n from box") { row in
                rows += 1
                let (number, text, bytes) = (row.integer(0), row.text(1), row.bytes(1).map(Array.init))
                #expect(number == .min)
                #expect(text == "שלום 🌍")
                #expect(bytes == Array("שלום 🌍".utf8))
                let (blob, nothing, isNothing) = (row.bytes(2).map(Array.init), row.text(3), row.isNull(3))
                #expect(blob == [0, 255])
                #expect(nothing == nil && isNothing)
                let (zero, isZeroNull) = (row.integer(3), row.isNull(0))
                #expect(zero == 0 && !isZeroNull)
                return true
            }
            #expect(rows == 1)
        }
    }

    @Test func `an empty text or blob is empty, not null`() async throws {
        let scratch = try await Scratch()
        let noBytes = d == .sqlite ? "x''" : "bytea ''"
        try await scratch.database.read { connection in
            try connection.scan("select '' as text, \(noBytes) as blob, null as absent") { row in
                let (text, blob, nothing) = (row.text(0), row.bytes(1)?.count, row.bytes(2)?.count)
                #expect(text == "")
                #expect(blob == 0)
                #expect(nothing == nil)
                return true
            }
        }
    }

    @Test func `it goes on until it is told to stop, and the connection is free again`() async throws {
        let scratch = try await Scratch()
        let numbers = "with recursive n (i) as (select 1 union all select i + 1 from n where i < $1) select i from n"
        let sums = try await scratch.database.read { connection in
            var sums: [Int64] = []
            for limit: Int64 in [3, 1_000] {
                var sum: Int64 = 0
                try connection.scan(numbers, [1_000]) { row in
                    sum += row.integer(0)
                    return row.integer(0) < limit
                }
                sums.append(sum)
            }
            return sums
        }
        #expect(sums == [6, 500_500])
    }

    @Test func `it walks on with other values, and whoever stops has seen enough of all`() async throws {
        let scratch = try await Scratch("create table box (i \(d.int64)) \(d.strict)")
        try await scratch.database.write { connection in
            for number in 1...9 { try connection.execute("insert into box (i) values ($1)", [number]) }
        }
        try await scratch.database.read { connection in
            var seen: [Int64] = []
            let ranges: [[any SQLConvertible]] = [[1, 3], [20, 30], [4, 8], [8, 10]]
            try connection.scan("select i from box where i >= $1 and i < $2 order by i", forEach: ranges) { row in
                seen.append(row.integer(0))
                return seen.count < 5
            }
            #expect(seen == [1, 2, 4, 5, 6])
        }
    }

    @Test func `an error inside ends it`() async throws {
        struct Stop: Error {}
        let scratch = try await Scratch()
        await #expect(throws: Stop.self) {
            try await scratch.database.read { try $0.scan("select 1") { _ in throw Stop() } }
        }
        #expect(try await scratch.database.read { try $0.row("select 1 as one")?["one"] as Int? } == 1)
    }

    @Test func `a table that was read may be changed`() async throws {
        let scratch = try await Scratch("create table box (i \(d.int64)) \(d.strict)")
        let sum = try await scratch.database.write { connection in
            try connection.execute("insert into box (i) values (1)")
            try connection.scan("select i from box") { _ in true }
            try connection.execute("alter table box add column more \(d.int64)")
            var sum: Int64 = 0
            try connection.scan("select i from box") { row in
                sum += row.integer(0)
                return true
            }
            return sum
        }
        #expect(sum == 1)
    }

    @Test func `what a savepoint has read is read again after it was left`() async throws {
        struct Stop: Error {}
        let scratch = try await Scratch()
        let sum = try await scratch.database.write { connection in
            var sum: Int64 = 0
            func read() throws {
                try connection.scan("select 3 as three") { row in
                    sum += row.integer(0)
                    return true
                }
            }
            try? connection.savepoint {
                try read()
                throw Stop()
            }
            try read()
            try read()
            return sum
        }
        #expect(sum == 9)
    }

    @Test func `another question is asked within a long answer`() async throws {
        let scratch = try await Scratch()
        let numbers = "with recursive n (i) as (select 1 union all select i + 1 from n where i < $1) select i from n"
        let sum = try await scratch.database.read { connection in
            var sum: Int64 = 0
            func addThree() throws {
                try connection.forEach("select 3 as three") { sum += try $0["three"] }
            }
            try addThree()
            try connection.forEach(numbers, [2_500]) { row in
                let number: Int64 = try row["i"]
                if number % 500 == 0 { try addThree() }
                sum += number
            }
            try addThree()
            return sum
        }
        #expect(sum == 3_126_250 + 7 * 3)
    }
}
