import Database
import DatabaseTesting
import Testing

@Suite(.enabled(if: TestDatabase.dialect == .sqlite)) struct PlanTests {
    @Test func `the plans of what runs name its indexes`() async throws {
        let scratch = try await Scratch(
            "create table box (a integer not null, b integer not null) strict", "create index box_by_a on box (a)")
        let plans = try await scratch.database.read { connection in
            try connection.plans {
                _ = try $0.rows("select b from box where a = $1", [1])
                _ = try $0.rows("select a from box order by b")
            }
        }
        #expect(plans.count == 2)
        #expect(plans.first?.contains("USING INDEX box_by_a") == true)
        #expect(plans.last?.contains("TEMP B-TREE") == true)
    }
}
