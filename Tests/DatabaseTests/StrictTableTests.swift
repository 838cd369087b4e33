import Database
import DatabaseTesting
import Testing

/// PostgreSQL makes of a value what the column wants, where it can.
@Suite(.enabled(if: TestDatabase.dialect == .sqlite)) struct StrictTableTests {
    @Test(
        arguments: ["'x', 'text', null", "1, x'01', null", "1, 'text', 'blob'", "1.5, 'text', null", "1, null, null"],
        [false, true])
    func `a table refuses a value of the wrong type`(values: String, isClustered: Bool) async throws {
        let d = Dialect.sqlite
        let scratch = try await Scratch(
            """
            create table box (id \(d.int64) primary key, t \(d.text) not null, b \(d.blob))
            \(isClustered ? d.clustered : d.strict)
            """)
        await #expect(throws: (any Error).self) {
            try await scratch.database.write { _ = try $0.execute("insert into box (id, t, b) values (\(values))") }
        }
        #expect(try await scratch.count("box") == 0)
    }
}
