import Attribution
import CRM
import Testing

@testable import Server

@Suite struct DemoDataTests {
    @Test func theSameMomentTellsTheSameStory() async throws {
        let (one, other) = (try await sample(), try await sample())
        #expect(one.contacts.map(\.line) == other.contacts.map(\.line))
    }

    @Test func twoMonthsBringAFewHundredContactsByEveryWayThereIs() async throws {
        let sample = try await sample()
        #expect((200...300).contains(sample.contacts.count))
        let sources = Set(sample.contacts.flatMap { [$0.contact.first, $0.contact.latest] }.compactMap { $0?.source })
        #expect(sources == Set(Source.allCases))
        let views = try await sample.server.database.read { connection in
            try connection.row("select count(*) as count from page_views")?["count"] ?? 0
        }
        #expect((2_500...3_600).contains(views))
        let moments = sample.contacts.map(\.contact.createdAt)
        #expect(moments.allSatisfy { $0 <= TestServer.start })
        #expect((moments.min() ?? 0) < TestServer.start - 55 * .day)
        #expect((moments.max() ?? 0) > TestServer.start - 3 * .day)
    }

    @Test func everyListHasSomethingToShow() async throws {
        let sample = try await sample()
        let contacts = sample.contacts
        #expect(contacts.count { $0.contact.needsReview != nil } == 1)
        #expect(try await sample.server.crm.submissions.heldCount(sample.account) == 2)
        #expect(contacts.count { $0.contact.first?.source != $0.contact.latest?.source } >= 12)
        #expect(contacts.count { $0.first?.record.carryOver != nil } >= 10)
        let notes = Set(contacts.flatMap { $0.first?.record.verdict?.notes.map(\.code) ?? [] })
        #expect(notes.isSuperset(of: [.misspeltParameter, .unfilledPlaceholder]))
        var query = SubmissionQuery(limit: 500)
        query.formID = "winter-glow"
        let submissions = try await sample.server.crm.submissions.page(sample.account, query).submissions
        #expect(submissions.contains { $0.fields.contains { $0.name == "best_time" && $0.target == nil } })
        #expect(try await sample.server.crm.submissions.formsSeen(sample.account).count == 4)
    }

    @Test func `a dashboard shows what the account can tell, and none of its widgets is empty`() async throws {
        let sample = try await sample()
        let crm = sample.server.crm
        try await crm.facts.catchUp(now: TestServer.start)
        let dashboard = try #require(try await crm.dashboards.all(sample.account).first)
        let kinds: Set<WidgetKind> = [.number, .line, .horizontalBar, .donut, .table, .funnel]
        #expect(Set(dashboard.widgets.map(\.kind)).isSuperset(of: kinds))
        #expect(dashboard.widgets.contains { $0.title == "Lead source" })
        let answers = try await crm.dashboards.answers(
            dashboard.widgets, over: dashboard.period, of: crm.accounts.account(sample.account), now: TestServer.start)
        for answer in answers {
            switch answer.result {
            case .number(let value, let before): #expect(value.number ?? 0 > 0 && before?.number ?? 0 > 0)
            case .line(let line): #expect(line.series.contains { $0.values.contains { $0.number ?? 0 > 0 } })
            case .parts(let parts): #expect(parts.parts.count > 2, "\(answer.widget.title)")
            case .table(let table): #expect(table.rows.count > 4, "\(answer.widget.title)")
            case .steps(let steps): #expect(steps.allSatisfy { $0.value.number ?? 0 > 0 })
            case .refused: Issue.record("\(answer.widget.title) is refused")
            }
        }
    }

    @Test func nobodyInItExists() async throws {
        for detail in try await sample().contacts {
            let email = try #require(detail.contact.properties[.email])
            #expect(["example.com", "example.org", "example.net"].contains { email.hasSuffix($0) }, "\(email)")
            if let phone = detail.contact.properties[.phone] { #expect(phone.contains("555-01"), "\(phone)") }
        }
    }

    private struct Sample {
        let server: TestServer
        let account: AccountID
        let contacts: [ContactDetail]
    }

    private func sample() async throws -> Sample {
        let server = try await TestServer()
        try await DemoData(crm: server.crm).write(password: "not-a-secret", now: TestServer.start)
        let account = try #require(try await server.crm.accounts.all().first { $0.name == DemoSite.name })
        let page = try await server.crm.contacts.page(account.id, ContactQuery(limit: 500))
        return Sample(server: server, account: account.id, contacts: page.contacts)
    }
}

extension ContactDetail {
    fileprivate var line: String {
        let email = contact.properties[.email] ?? ""
        return "\(contact.id) \(contact.displayName) \(email) \(contact.createdAt) "
            + "\(contact.first?.source.label ?? "") \(contact.latest?.source.label ?? "")"
    }
}
