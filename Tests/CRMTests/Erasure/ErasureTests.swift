import Attribution
import CRM
import Foundation
import Testing

/// A person asks what is held about them, and to be forgotten.
@Suite struct ErasureTests {
    /// Ann with two visits, a held submission and a note; and Bob, who once used her browser.
    private struct Story {
        let site: Site
        let ann: ContactID
        let form: CaptureEvent

        init() async throws {
            site = try await Site()
            let browser = site.browser()
            let visit = site.visit(browser, to: "https://clinic.example/?gclid=x", at: .on(1))
            form = visit.form(["email": "ann@example.com", "first_name": "Ann"], minute: 1)
            try await site.record(visit.page(), form, visit.custom("scrolled", minute: 2))
            let stranger = site.visit(site.browser(), at: .on(1))
            try await site.record(stranger.form(["email": "Ann@Example.com"], minute: 5, suspicion: .bot))
            let bob = site.visit(site.browser(), at: .on(1))
            try await site.record(bob.page(), bob.form(["email": "bob@example.com"], minute: 1))
            ann = try await site.contact(.email, "ann@example.com").contact.id
        }

        func erase() async throws {
            try await site.crm.erasure.erase(site.account, ann, by: .server, now: .on(2))
        }
    }

    @Test func `nothing of an erased person is left but the ids of their events`() async throws {
        let story = try await Story()
        let house = story.site.house
        try await story.erase()
        #expect(try await story.site.contacts().map { $0[.email] } == ["bob@example.com"])
        #expect(try await house.count("visitors") == 2)
        #expect(try await house.count("sessions") == 2)
        #expect(try await house.count("page_views") == 1)
        #expect(try await house.count("custom_events") == 0)
        #expect(try await house.count("conversions") == 1)
        #expect(try await house.count("attributions") == 1)
        #expect(try await house.count("timeline", where: "contact_id = '\(story.ann)'") == 0)
        #expect(try await house.count("event_ids", where: "conversion") == 3)
    }

    @Test func `a retry that comes late resurrects nobody`() async throws {
        let story = try await Story()
        try await story.erase()
        let answers = try await story.site.record(story.form, now: .on(3))
        #expect(answers == [.duplicate])
        #expect(try await story.site.contacts().count == 1)
    }

    @Test func `a browser that somebody else has used since stays theirs`() async throws {
        let site = try await Site()
        let browser = site.browser()
        let first = site.visit(browser, at: .on(1))
        try await site.record(first.form(["email": "ann@example.com"], minute: 1))
        let second = site.visit(browser, at: .on(2))
        let bob = try await site.create([.email: "bob@example.com"], at: .on(1))
        try await site.record(second.page(), second.form(["email": "bob@example.com"], minute: 1))
        let ann = try await site.contact(.email, "ann@example.com").contact.id
        try await site.crm.erasure.erase(site.account, ann, by: .server, now: .on(3))
        #expect(try await site.sessions(of: bob).count == 1)
        #expect(try await site.contact(bob).visitors == [browser])
    }

    @Test func `the record of a person holds everything that erasing takes away`() async throws {
        let story = try await Story()
        let record = try await story.site.crm.erasure.export(story.site.account, story.ann, by: .server, now: .on(2))
        let json = try JSONEncoder().encode(record)
        let text = String(decoding: json, as: UTF8.self)
        let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        let records = try #require(object["records"] as? [String: [[String: Any]]])
        #expect(records["contacts"]?.first?["email"] as? String == "ann@example.com")
        #expect(records["conversions"]?.count == 1)
        #expect(records["waiting_submissions"]?.count == 1)
        #expect(records["page_views"]?.count == 1)
        #expect(records["sessions"]?.count == 1)
        #expect(records["anonymous_sessions"]?.isEmpty == true)
        #expect(records["custom_events"]?.count == 1)
        #expect(records["attributions"]?.first?["gclid"] as? String == "x")
        #expect((records["contacts"]?.first?["created_at"] as? String)?.hasSuffix("Z") == true)
        #expect(!text.contains("bob@example.com"))
        #expect(records.values.joined().allSatisfy { $0["account_id"] == nil })
    }

    @Test func `a submission that waits and names only the phone number is theirs`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann", .phone: "+43 1 2345678"])
        for phone in ["+4312345678", "+4312345679"] {
            let visit = site.visit(site.browser(), at: .on(1))
            try await site.record(visit.form(["email": "x@example.com", "phone": phone], minute: 5, suspicion: .bot))
        }
        let record = try await site.crm.erasure.export(site.account, ann, by: .server, now: .on(2))
        #expect(String(decoding: try JSONEncoder().encode(record), as: UTF8.self).contains("+4312345678"))
        try await site.crm.erasure.erase(site.account, ann, by: .server, now: .on(2))
        #expect(try await site.house.count("conversions") == 1)
    }

    @Test func `an opportunity that was given to somebody else loses the name it had from the person`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann", .lastName: "Lee"])
        let bob = try await site.create([.firstName: "Bob", .lastName: "Ray"])
        let named = try await site.opportunity(ann) { $0.name = nil }
        let laser = try await site.opportunity(ann) { $0.name = "Laser for ann lee" }
        let other = try await site.opportunity(ann) { $0.name = "Laser" }
        for id in [named, laser, other] { try await site.change(id, at: .on(1)) { $0.contact = bob } }
        try await site.crm.erasure.erase(site.account, ann, by: .server, now: .on(2))
        var names: [String] = []
        for id in [named, laser, other] { names.append(try await site.opportunity(id).name) }
        #expect(names == ["Bob Ray", "Laser for Bob Ray", "Laser"])
        #expect(try await site.house.count("opportunity_terms", where: "term in ('ann', 'lee')") == 0)
    }

    @Test func `pages outside of every visit are handed over, and go`() async throws {
        let story = try await Story()
        let house = story.site.house
        try await house.database.write { connection in
            try connection.execute("update page_views set session_id = null")
            try connection.execute("update custom_events set session_id = null")
        }
        let record = try await story.site.crm.erasure.export(story.site.account, story.ann, by: .server, now: .on(2))
        let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(record)) as? [String: Any]
        let records = try #require(object?["records"] as? [String: [[String: Any]]])
        #expect(records["page_views"]?.count == 1)
        #expect(records["custom_events"]?.count == 1)
        try await story.erase()
        #expect(try await house.count("page_views") == 1)
        #expect(try await house.count("custom_events") == 0)
    }

    @Test func `another account knows nothing of the person`() async throws {
        let story = try await Story()
        let other = try await Site(in: story.site.house, name: "Other")
        await #expect(throws: NotFound.contact) {
            try await story.site.crm.erasure.erase(other.account, story.ann, by: .server, now: .on(2))
        }
        await #expect(throws: NotFound.contact) {
            _ = try await story.site.crm.erasure.export(other.account, story.ann, by: .server, now: .on(2))
        }
        #expect(try await story.site.contacts().count == 2)
    }
}
