import CRM
import Testing

/// Exports go over everything, a chunk at a time, and over nothing twice.
@Suite struct ExportTests {
    private static let count = 1_203

    private func filled() async throws -> Site {
        let site = try await Site()
        var events: [CaptureEvent] = []
        for number in 0..<Self.count {
            // Many share a moment, so that a chunk ends in the middle of one.
            let visit = site.visit(site.browser(), at: .on(0, minute: number / 100))
            events += [visit.page(), visit.form(["email": "a\(number)@example.com"])]
        }
        for start in stride(from: 0, to: events.count, by: 400) {
            let batch = Array(events[start..<min(start + 400, events.count)])
            _ = try await site.crm.capture.record(batch, now: .on(1))
        }
        return site
    }

    @Test func `contacts, conversions, sessions and page views come once each, over every chunk's border`() async throws
    {
        let site = try await filled()
        let exports = site.crm.exports
        var contacts: [ContactID] = []
        var conversions: [ConversionID] = []
        var sessions: [SessionID] = []
        var views: [EventID] = []
        var largest = 0
        try await exports.contacts(site.account, ContactQuery()) { chunk in
            contacts += chunk.map(\.contact.id)
            largest = max(largest, chunk.count)
        }
        try await exports.conversions(site.account) { conversions += $0.map(\.id) }
        try await exports.sessions(site.account) { sessions += $0.map(\.session.id) }
        try await exports.pageViews(site.account) { views += $0.map(\.event) }
        for (count, distinct) in [
            (contacts.count, Set(contacts).count), (conversions.count, Set(conversions).count),
            (sessions.count, Set(sessions).count), (views.count, Set(views).count),
        ] {
            #expect(count == Self.count)
            #expect(distinct == Self.count)
        }
        #expect(largest <= 500)
    }

    @Test func `an export of contacts follows the query, whatever its page was`() async throws {
        let site = try await Site()
        try await site.create([.firstName: "Ann"])
        try await site.create([.firstName: "Bob"])
        var query = ContactQuery(limit: 1)
        query.search = "ann"
        query.start = .olderThan(ContactCursor(createdAt: 0, id: ContactID(rawValue: "")))
        var names: [String] = []
        try await site.crm.exports.contacts(site.account, query) { names += $0.map(\.contact.displayName) }
        #expect(names == ["Ann"])
    }

    @Test func `an account without anything exports nothing`() async throws {
        let site = try await Site()
        try await site.crm.exports.contacts(site.account, ContactQuery()) { _ in Issue.record("A contact?") }
        try await site.crm.exports.conversions(site.account) { _ in Issue.record("A conversion?") }
        try await site.crm.exports.sessions(site.account) { _ in Issue.record("A session?") }
        try await site.crm.exports.pageViews(site.account) { _ in Issue.record("A page view?") }
    }
}
