import Database
import Testing

@testable import CRM

@Suite struct AccountRemovalTests {
    private let later = Milliseconds.start + AccountRemoval.patience

    private func fill(_ site: Site) async throws {
        try await site.field("Budget")
        _ = try await site.crm.values.create(site.account, name: "Address", value: "x", by: .server, now: .start)
        _ = try await site.crm.tags.create(site.account, name: "vip", by: .server, now: .start)
        let visit = site.visit(site.browser())
        try await site.record(visit.page(), visit.form(["email": "ann@example.com", "budget": "9"]))
        _ = try await site.crm.tokens.create(
            site.account, name: "t", scopes: [.readContacts], by: .command, now: .start)
    }

    private func remove(_ house: House, now: Milliseconds) async throws {
        while try await house.crm.accountRemoval.runOnce(now: now) {}
    }

    @Test func `a closed account is gone at once, and its rows soon`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Other")
        try await fill(site)
        try await fill(other)
        let account = try await site.crm.accounts.account(site.account)
        try await site.crm.accounts.close(site.account, by: .command, now: .start)
        await #expect(throws: NotFound.account) { _ = try await site.crm.accounts.account(site.account) }
        #expect(try await site.crm.accounts.account(trackingID: account.trackingID) == nil)
        #expect(try await site.crm.accounts.account(locationID: account.locationID) == nil)
        #expect(try await site.crm.accounts.all().map(\.id) == [other.account])
        await #expect(throws: NotFound.account) {
            try await site.crm.accounts.close(site.account, by: .command, now: .start)
        }

        // Whoever knew it as open has time to write what was under way.
        try await remove(site.house, now: later - 1)
        #expect(try await site.house.count("contacts", where: "account_id = \(site.account.rawValue)") == 1)

        let before = try await counts(other)
        try await remove(site.house, now: later)
        #expect(try await counts(site).allSatisfy { $0.value == 0 })
        #expect(try await counts(other) == before)
        #expect(try await site.house.count("accounts") == 1)
        let log = try await site.crm.audit.entries(AuditQuery())
        #expect(log.contains { $0.action == .accountDeleted && $0.subject == account.locationID })
    }

    @Test func `a new account does not get the number, and with it the audit log, of one that is gone`() async throws {
        let site = try await Site()
        let last = try await Site(in: site.house, name: "Last")
        try await last.crm.accounts.close(last.account, by: .command, now: .start)
        try await remove(site.house, now: later)
        let new = try await Site(in: site.house, name: "New")
        #expect(new.account != last.account)
    }

    /// How many rows of each table are an account's.
    private func counts(_ site: Site) async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for table in SchemaTable.all where table.key.first == "account_id" && table.name != "audit_entries" {
            counts[table.name] = try await site.house.count(
                table.name, where: "account_id = \(site.account.rawValue)")
        }
        return counts
    }
}
