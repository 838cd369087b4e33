import Database
import DatabaseTesting
import Testing

@testable import CRM

/// Marks are read along their numbers: however many of them wait, none are sorted to find the oldest.
@Suite struct FactMarkPlanTests {
    @Test func `an account that has most marks is not taken for a rare one`() async throws {
        let site = try await Site()
        let plans = try await site.house.database.write { connection in
            try Self.note((1...500).map { AccountID(rawValue: $0) }, connection)
            // What was seen last is how the planner takes it to be from then on.
            if connection.dialect == .postgres { try connection.execute("analyze report_marks") }
            try Self.note(Array(repeating: AccountID(rawValue: 501), count: 5_000), connection)
            let (one, two): ([any SQLConvertible], [any SQLConvertible]) = ([10, 501], [10, 1, 2])
            return try [(FactMarkStore.oldestOfOne, one), (FactMarkStore.oldest(except: 2), two)].map { sql, values in
                switch connection.dialect {
                case .sqlite: try connection.plans { _ = try $0.rows(sql, values) }.joined(separator: "\n")
                case .postgres: try Self.plan(connection, sql, values)
                }
            }
        }
        for plan in plans {
            #expect(!plan.isEmpty && !plan.contains("Sort") && !plan.contains("TEMP B-TREE"), "\(plan)")
        }
    }

    private static func note(_ accounts: [AccountID], _ connection: Connection) throws {
        try connection.insert(
            into: "report_marks", ["account_id", "kind", "at"], accounts.map { [$0, "visits", Milliseconds.on(1)] })
    }

    private static func plan(_ connection: Connection, _ sql: String, _ values: [any SQLConvertible]) throws -> String {
        try connection.rows("explain \(sql)", values).map { try $0["QUERY PLAN"] as String }.joined(separator: "\n")
    }
}
