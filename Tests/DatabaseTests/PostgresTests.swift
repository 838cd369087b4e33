import Database
import DatabaseTesting
import Foundation
import Testing

/// What only PostgreSQL does: a server of its own, which others use at the same time and which may be gone.
@Suite(.enabled(if: TestDatabase.dialect == .postgres)) struct PostgresTests {
    private let counters = "create table counters (id bigint primary key, value bigint not null)"

    private func value(_ database: Database) async throws -> Int? {
        try await database.read { try $0.row("select value from counters")?["value"] }
    }

    @Test func `an update that has seen an old value is run again`() async throws {
        let scratch = try await Scratch(counters, "insert into counters (id, value) values (1, 0)")
        let other = try scratch.another()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for database in [scratch.database, other] {
                for _ in 1...30 {
                    group.addTask {
                        try await database.write { connection in
                            let value: Int = try connection.row("select value from counters")?["value"] ?? 0
                            try connection.execute("update counters set value = $1 where id = 1", [value + 1])
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await value(other) == 60)
        #expect((scratch.database.poolStatistics?.conflicts ?? 0) + (other.poolStatistics?.conflicts ?? 0) > 0)
        try other.close()
    }

    @Test func `two that take the same rows in opposite orders both get through`() async throws {
        let scratch = try await Scratch(counters, "insert into counters (id, value) values (1, 0), (2, 0)")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for order in [[1, 2], [2, 1], [1, 2], [2, 1]] {
                group.addTask {
                    try await scratch.database.write(.readCommitted) { connection in
                        for id in order {
                            try connection.execute("update counters set value = value + 1 where id = $1", [id])
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let sum = try await scratch.database.read { connection in
            try connection.row("select sum(value) as sum from counters")?["sum"] as Int?
        }
        #expect(sum == 8)
    }

    @Test func `who locks a number waits for the other one`() async throws {
        let scratch = try await Scratch(counters, "insert into counters (id, value) values (1, 0)")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...12 {
                group.addTask {
                    try await scratch.database.write(.readCommitted) { connection in
                        try connection.lock([9, 7, 8])
                        let value: Int = try connection.row("select value from counters")?["value"] ?? 0
                        try connection.execute("update counters set value = $1", [value + 1])
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await value(scratch.database) == 12)
        #expect(scratch.database.poolStatistics?.conflicts == 0)
    }

    @Test func `a connection that was ended is replaced without a word`() async throws {
        let scratch = try await Scratch(counters)
        let other = try scratch.another()
        for number in 1...3 {
            _ = try await other.write { connection in
                try connection.rows(
                    """
                    select pg_terminate_backend(pid) as done from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()
                    """)
            }
            _ = try await scratch.database.write { connection in
                try connection.execute("insert into counters (id, value) values ($1, 0)", [number])
            }
        }
        #expect(try await scratch.count("counters") == 3)
        #expect(scratch.database.poolStatistics?.broken ?? 0 >= 3)
        try other.close()
    }

    @Test func `a transaction whose connection is lost before its end is run again`() async throws {
        let scratch = try await Scratch(counters, "create sequence tries")
        try await scratch.database.write { connection in
            try connection.execute("insert into counters (id, value) values (1, 1)")
            // A sequence counts on whatever becomes of the transaction: only the first one ends itself.
            let tries: Int = try connection.row("select nextval('tries') as tries")?["tries"] ?? 0
            if tries == 1 { _ = try connection.row("select pg_terminate_backend(pg_backend_pid())") }
        }
        #expect(try await value(scratch.database) == 1)
        #expect(try await scratch.count("counters") == 1)
    }

    @Test func `a commit whose answer is lost is said to be unknown, and is not tried again`() async throws {
        let scratch = try await Scratch(
            counters, "create sequence tries",
            """
            create function leave() returns trigger language plpgsql as $$
            begin
                perform nextval('tries'), pg_terminate_backend(pg_backend_pid());
                return null;
            end $$
            """,
            """
            create constraint trigger leaving after insert on counters deferrable initially deferred
            for each row execute function leave()
            """)
        let error = await #expect(throws: DatabaseError.commitUnknown) {
            try await scratch.database.write { connection in
                _ = try connection.execute("insert into counters (id, value) values (1, 1)")
            }
        }
        #expect(error.map { DatabaseFault($0) } == .commitUnknown)
        let tries = try await scratch.database.read {
            try $0.row("select last_value as tries from tries")?["tries"] as Int?
        }
        #expect(tries == 1)
    }

    @Test func `a statement that takes too long is ended, and says so`() async throws {
        let scratch = try await Scratch()
        let error = await #expect(throws: DatabaseError.self) {
            try await scratch.database.write { connection in
                try connection.execute("set local statement_timeout = 50")
                _ = try connection.row("select pg_sleep(5)")
            }
        }
        #expect(error.map { DatabaseFault($0) } == .busy)
    }

    @Test func `an error that the caller hides still undoes the transaction`() async throws {
        let scratch = try await Scratch(counters)
        await #expect(throws: DatabaseError.self) {
            try await scratch.database.write { connection in
                try connection.execute("insert into counters (id, value) values (1, 1)")
                _ = try? connection.execute("insert into counters (id, value) values (2, null)")
            }
        }
        #expect(try await scratch.count("counters") == 0)
    }

    @Test func `a text with U+0000 is refused before it is sent`() async throws {
        let scratch = try await Scratch()
        let error = await #expect(throws: DatabaseError.nulCharacter) {
            try await scratch.database.read { try $0.row("select $1 as text", ["a\u{0}b"])?["text"] as String? }
        }
        #expect(error.map { DatabaseFault($0) } == .refused)
    }

    @Test func `numbers of every width come back whole`() async throws {
        let scratch = try await Scratch()
        let row = try await scratch.database.read { connection in
            try connection.row(
                """
                select 2::smallint as small, $1 as least, $2 as most, -3 as negative, 1.5::real as share, true as yes,
                       sum(n) as sum, avg(n) as mean, sum(n * 1000000000) as large, -sum(n) as minus
                from (values (9223372036::bigint), (1000), (1)) as numbers (n)
                """, [Int64.min, Int64.max])
        }
        let found = try #require(row)
        #expect(try found["small"] as Int == 2)
        #expect(try found["least"] as Int64 == .min)
        #expect(try found["most"] as Int64 == .max)
        #expect(try found["negative"] as Int == -3)
        #expect(try found["share"] as Double == 1.5)
        #expect(try found["yes"] as Bool == true)
        #expect(try found["sum"] as Int == 9_223_373_037)
        #expect(try found["minus"] as Int == -9_223_373_037)
        #expect(abs(try found["mean"] as Double - 3_074_457_679) < 0.001)
        #expect(abs(try found["large"] as Double / 9.223373037e18 - 1) < 1e-9)
    }

    @Test func `a long text with values is prepared, used and forgotten`() async throws {
        let scratch = try await Scratch()
        let sum = try await scratch.database.read { connection in
            let long = "select $1 + 1 as n, '" + String(repeating: "x", count: 20_000) + "' as text"
            return try (1...3).reduce(0) { try $0 + (connection.row(long, [$1])?["n"] ?? 0) }
        }
        #expect(sum == 9)
        let kept = try await scratch.database.read { connection in
            try connection.row("select count(*) as n from pg_prepared_statements where length(statement) > 20000")?["n"]
                as Int?
        }
        #expect(kept == 0)
    }

    @Test func `a server that never answered is said to be away at once`() async throws {
        let database = try Database(url: "postgres://nobody:secret@127.0.0.1:1/nothing?connect_timeout=2")
        let error = await #expect(throws: DatabaseError.self) { try await database.ping() }
        #expect(error.map { DatabaseFault($0) } == .unavailable)
        #expect(error.map { !"\($0)".contains("secret") } == true)
    }

    @Test func `programs that start together agree on who brings the schema up to date`() async throws {
        let scratch = try await Scratch()
        let migrations = [
            Migration(number: 1, name: "marks") { _ in ["create table marks (name text primary key)"] },
            Migration(number: 2, name: "a mark") { _ in ["insert into marks (name) values ('one')"] },
        ]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...6 {
                let node = try scratch.another()
                group.addTask { try await node.migrate(migrations, now: 1) }
            }
            try await group.waitForAll()
        }
        #expect(try await scratch.count("marks") == 1)
    }

    @Test func `a long answer is read in pieces, and may ask for more meanwhile`() async throws {
        let scratch = try await Scratch()
        let sum = try await scratch.database.read { connection in
            var sum = 0
            try connection.forEach("select n from generate_series(1, $1) as numbers (n)", [2_500]) { row in
                let number: Int = try row["n"]
                if number % 1_000 == 0 { sum += try connection.row("select $1 + 0 as n", [number])?["n"] ?? 0 }
            }
            return sum
        }
        #expect(sum == 3_000)
    }

    @Test(arguments: [1, 255, 256, 257, 1_256, 1_257, 6_000], [1, 2_000])
    func `a long answer comes whole and in its order`(rows: Int, width: Int) async throws {
        let scratch = try await Scratch()
        let seen = try await scratch.database.read { connection in
            var seen: [Int64] = []
            try connection.scan("select n, repeat('x', $2) from generate_series(1, $1) as numbers (n)", [rows, width]) {
                seen.append($0.integer(0))
                return true
            }
            return seen
        }
        #expect(seen == (1...Int64(rows)).map { $0 })
    }

    @Test func `long answers within a long answer, left at any place, leave each other alone`() async throws {
        struct Stop: Error {}
        let scratch = try await Scratch()
        let numbers = "select n from generate_series(1, $1) as numbers (n)"
        let sums = try await scratch.database.read { connection in
            var (outer, inner): (Int64, Int64) = (0, 0)
            try connection.scan(numbers, [3_000]) { row in
                let number = row.integer(0)
                outer += number
                guard number.isMultiple(of: 300) else { return true }
                do {
                    try connection.scan(numbers, [3_000]) { row in
                        inner += 1
                        if row.integer(0) == number, number.isMultiple(of: 600) { throw Stop() }
                        return row.integer(0) < number
                    }
                } catch is Stop {}
                return true
            }
            return (outer, inner)
        }
        #expect(sums == (4_501_500, (1...10).reduce(0) { $0 + $1 * 300 }))
    }

    @Test func `what fails far down a long answer fails there, and ends the transaction`() async throws {
        let scratch = try await Scratch()
        for at in [10, 257, 2_000] {
            await #expect(throws: DatabaseError.self) {
                try await scratch.database.read { connection in
                    try connection.scan("select 1 / ($1 - n) from generate_series(1, 5000) as numbers (n)", [at]) { _ in
                        // Whoever asks something else hears of it no later.
                        try connection.row("select 1 as one") != nil
                    }
                }
            }
        }
        #expect(try await scratch.database.read { try $0.row("select 1 as one")?["one"] as Int? } == 1)
    }
}
