import Database
import DatabaseTesting
import Testing

@testable import CRM

/// Notes, tasks and followers are found by their indexes, however many an account has.
@Suite(.enabled(if: TestDatabase.dialect == .sqlite)) struct RecordPlanTests {
    private func plan(_ body: @escaping @Sendable (Connection, AccountID) throws -> Void) async throws -> String {
        let site = try await Site()
        let plans = try await site.house.database.write { connection in
            try connection.plans { try body($0, site.account) }
        }
        return try #require(plans.first)
    }

    private func plan(of query: TaskQuery) async throws -> String {
        try await plan { _ = try TaskSearch.tasks($0, $1, query) }
    }

    private static let contact = ContactID(rawValue: "c")

    @Test func `the notes of a contact come in the order of the key`() async throws {
        for after in [nil, NoteID(rawValue: "n")] {
            let plan = try await plan {
                _ = try NoteStore.notes($0, $1, Self.contact, after: after, limit: 10)
            }
            #expect(plan.contains("PRIMARY KEY (account_id=? AND contact_id=?"))
            #expect(!plan.contains("TEMP B-TREE"))
        }
    }

    @Test func `an account's tasks walk along the day they are due`() async throws {
        var query = TaskQuery()
        #expect(try await plan(of: query).contains("tasks_by_due (account_id=?)"))
        query.after = TaskCursor(dueAt: 1, id: TaskID(rawValue: "t"))
        let next = try await plan(of: query)
        #expect(next.contains("tasks_by_due (account_id=? AND (due_at,id)>(?,?))"))
        #expect(!next.contains("TEMP B-TREE"))
    }

    @Test func `open tasks and those of one user have indexes of their own`() async throws {
        var open = TaskQuery()
        open.isCompleted = false
        let openPlan = try await plan(of: open)
        #expect(openPlan.contains("tasks_by_completion (account_id=? AND completed=?"))
        var own = TaskQuery()
        own.assignedTo = [UserID(rawValue: "u")]
        let ownPlan = try await plan(of: own)
        #expect(ownPlan.contains("tasks_by_assignee (account_id=? AND assigned_to=?"))
        #expect(!(openPlan + ownPlan).contains("TEMP B-TREE"))
    }

    @Test func `the tasks and the followers of a contact are found by the contact`() async throws {
        let tasks = try await plan { _ = try TaskStore.tasks($0, $1, Self.contact, limit: 10) }
        #expect(tasks.contains("PRIMARY KEY (account_id=? AND contact_id=?"))
        let followers = try await plan { _ = try FollowerStore.followers($0, [Scoped($1, Self.contact)]) }
        #expect(followers.contains("PRIMARY KEY (account_id=? AND contact_id=?"))
    }
}
