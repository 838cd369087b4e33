import Testing

@testable import CRM

/// Dashboards as they are kept.
@Suite struct DashboardTests {
    private static let actor = AuditActor.command

    private static func draft(_ template: DashboardTemplate, _ house: House) throws -> DashboardDraft {
        try template.draft(name: template.label) { house.crm.ids.identifier(at: .start) }
    }

    @Test(arguments: DashboardTemplate.allCases)
    func `every template is kept as it was made`(template: DashboardTemplate) async throws {
        let site = try await Site()
        let draft = try Self.draft(template, site.house)
        let made = try await site.crm.dashboards.create(site.account, draft, by: Self.actor, now: .start)
        #expect(made.widgets == draft.widgets && made.revision == 1)
        #expect(template == .blank || made.widgets.count >= 9)
        let read = try await site.crm.dashboards.dashboard(site.account, made.id)
        #expect(read.widgets == made.widgets && read.period == .usual)
    }

    @Test func `of two who change the same revision the second is told, and nothing of the first is lost`() async throws
    {
        let site = try await Site()
        let made = try await site.crm.dashboards.create(
            site.account, try Self.draft(.overview, site.house), by: Self.actor, now: .start)
        let first = try #require(made.widgets.first)
        let changed = try await site.crm.dashboards.change(
            site.account, made.id, revision: 1, by: Self.actor, now: .start
        ) { try $0.remove(first.id) }
        #expect(changed.revision == 2 && changed.widgets.count == made.widgets.count - 1)
        await #expect(throws: DashboardChanged()) {
            try await site.crm.dashboards.change(site.account, made.id, revision: 1, by: Self.actor, now: .start) {
                $0.name = "Mine"
            }
        }
        let left = try await site.crm.dashboards.dashboard(site.account, made.id)
        #expect(left.name == "Overview" && left.revision == 2)
    }

    @Test func `there are at most fifty dashboards, and forty widgets on each`() async throws {
        let site = try await Site()
        for _ in 0..<Dashboard.most {
            _ = try await site.crm.dashboards.create(
                site.account, DashboardDraft(name: "x"), by: Self.actor, now: .start)
        }
        await #expect(throws: InvalidDashboard(problems: [.tooMany])) {
            try await site.crm.dashboards.create(site.account, DashboardDraft(name: "x"), by: Self.actor, now: .start)
        }
        var draft = DashboardDraft(name: "x")
        let widget = WidgetDocument(title: "", kind: "number", subjects: ["visits"], metrics: ["count"])
        for _ in 0..<Dashboard.mostWidgets { try draft.add(widget, id: site.crm.ids.identifier(at: .start)) }
        #expect(throws: InvalidDashboard(problems: [.tooManyWidgets])) {
            try draft.add(widget, id: site.crm.ids.identifier(at: .start))
        }
    }

    @Test func `a link is good until it expires or is revoked, and only its hash is kept`() async throws {
        let site = try await Site()
        let crm = site.crm
        let made = try await crm.dashboards.create(
            site.account, try Self.draft(.overview, site.house), by: Self.actor, now: .start)
        let (link, secret) = try await crm.dashboards.share(
            site.account, made.id, name: "Owner", days: 7, by: Self.actor, now: .start)
        #expect(try await crm.dashboards.shared(secret, now: .start + 7 * .day - 1)?.dashboard.id == made.id)
        #expect(try await crm.dashboards.shared(secret, now: .start + 7 * .day) == nil)
        #expect(try await crm.dashboards.shared(secret + "x", now: .start) == nil)
        let kept = try await site.house.texts("name || id", of: "dashboard_links")
        #expect(!kept.compactMap { $0 }.contains { $0.contains(secret) })
        try await crm.dashboards.revoke(site.account, made.id, link.id, by: Self.actor, now: .start)
        #expect(try await crm.dashboards.shared(secret, now: .start) == nil)
        let log = try await crm.audit.entries(AuditQuery(account: site.account))
        let noted = log.map(\.action).filter { $0 != .accountCreated }
        #expect(Set(noted) == [.dashboardCreated, .dashboardShared, .dashboardLinkRevoked])
    }

    @Test(arguments: [0, -1, 367])
    func `a link is good for a day to a year`(days: Int) async throws {
        let site = try await Site()
        let made = try await site.crm.dashboards.create(
            site.account, DashboardDraft(name: "x"), by: Self.actor, now: .start)
        await #expect(throws: InvalidDashboard(problems: [.lifetime])) {
            try await site.crm.dashboards.share(
                site.account, made.id, name: "", days: days, by: Self.actor, now: .start)
        }
    }

    @Test func `a copy in another account asks for the fields of that account`() async throws {
        let site = try await Site()
        let other = try await site.crm.accounts.create(name: "Other", domains: [], now: .start)
        let here = try await site.field("Preferred doctor")
        let there = try await site.crm.fields.create(
            other.id, name: "Preferred doctor", type: .text, options: [], fillable: true, derivedFrom: nil, now: .start)
        var draft = DashboardDraft(name: "x")
        var widget = WidgetDocument(title: "", kind: "donut", subjects: ["contacts"], metrics: ["count"])
        widget.groups = ["customField.\(here.id)"]
        try draft.add(widget, id: site.crm.ids.identifier(at: .start))
        let made = try await site.crm.dashboards.create(site.account, draft, by: Self.actor, now: .start)
        let copy = try await site.crm.dashboards.copy(
            made.id, of: site.account, into: other.id, name: "Copy", by: Self.actor, now: .start)
        #expect(copy.widgets.first?.question.groups == [.customField(there.id)])
        #expect(copy.name == "Copy" && copy.account == other.id)
    }
}
