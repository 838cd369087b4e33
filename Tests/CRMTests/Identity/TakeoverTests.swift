import Attribution
import CRM
import Testing

/// A stranger posts an address that is known, then another one; the owner takes both back.
@Suite struct TakeoverTests {
    /// What of a contact must be as before.
    private struct Picture: Equatable {
        let properties: [ContactProperty: String]
        let tags: [String]
        let additionalEmails: [String]
        let first: AttributionSummary?
        let latest: AttributionSummary?
        let source: String?
        let timeZone: String?
        let review: ReviewReason?
        let visitors: [VisitorID]
        let sessions: [SessionID]

        init(_ site: Site, _ id: ContactID) async throws {
            let detail = try await site.contact(id)
            properties = detail.contact.properties
            tags = detail.tags
            additionalEmails = detail.additionalEmails
            first = detail.contact.first
            latest = detail.contact.latest
            source = detail.contact.contactSource
            timeZone = detail.contact.timeZone
            review = detail.contact.needsReview
            visitors = detail.visitors
            sessions = try await site.sessions(of: id)
        }
    }

    /// Ann, known by her own visit, and the stranger's browser with a visit before and one after.
    private struct Story {
        let site: Site
        let ann: ContactID
        let before: Picture
        let stranger: VisitorID
        let claim: CaptureEvent
        let takeover: CaptureEvent
        let visits: [Visit]

        init() async throws {
            site = try await Site()
            stranger = site.browser()
            var anns = site.visit(site.browser(), to: "https://clinic.example/?gclid=x")
            anns.browser.ip = nil
            try await site.record(
                anns.page(), anns.form(["email": "ann@example.com", "first_name": "Ann", "city": "Graz"]))
            ann = try await site.contact().contact.id
            before = try await Picture(site, ann)
            visits = [
                site.visit(stranger, from: "https://evil.example/", at: .on(1)), site.visit(stranger, at: .on(2)),
                site.visit(stranger, at: .on(3)), site.visit(stranger, at: .on(4)),
            ]
            claim = visits[1].form(
                ["email": "ANN@example.com", "first_name": "Mallory", "phone": "+44 20 123456"], named: "Newsletter")
            takeover = visits[2].form(["email": "evil@example.com", "city": "Nowhere"], named: "Newsletter")
            try await site.record(visits[0].page())
            try await site.record(visits[1].page(), claim)
            try await site.record(visits[2].page(), takeover)
            try await site.record(visits[3].page())
        }
    }

    @Test func `what the stranger did is seen on the contact`() async throws {
        let story = try await Story()
        let ann = try await story.site.contact(story.ann)
        #expect(ann[.email] == "evil@example.com")
        #expect(ann[.firstName] == "Mallory")
        #expect(ann.additionalEmails == ["ann@example.com"])
        #expect(ann.contact.needsReview == .emailChangedByMatchedVisitor)
        #expect(ann.contact.timeZone == "Europe/Berlin")
        #expect(try await story.site.sessions(of: story.ann).count == 5)
        #expect(try await story.site.contacts().count == 1)
    }

    @Test(arguments: [true, false])
    func `after both are undone, in either order, everything is as before`(isLastFirst: Bool) async throws {
        let story = try await Story()
        let events = isLastFirst ? [story.takeover, story.claim] : [story.claim, story.takeover]
        var split: [ContactID] = []
        for event in events {
            split.append(try await story.site.undo(event, at: .on(5)))
        }
        #expect(try await Picture(story.site, story.ann) == story.before)
        #expect(try await story.site.house.count("contact_changes") == 0)
        #expect(Set(split).count == 2)
    }

    @Test(arguments: [true, false])
    func `nothing of the stranger is lost`(isLastFirst: Bool) async throws {
        let story = try await Story()
        let site = story.site
        let events = isLastFirst ? [story.takeover, story.claim] : [story.claim, story.takeover]
        for event in events { try await site.undo(event, at: .on(5)) }
        let claimant = try await site.contact(.email, "ANN@example.com")
        let evil = try await site.contact(.email, "evil@example.com")
        #expect(claimant[.firstName] == "Mallory")
        #expect(claimant[.phone] == "+44 20 123456")
        #expect(evil[.city] == "Nowhere")
        #expect(claimant.tags == ["external form: Newsletter"])
        #expect(evil.tags == ["external form: Newsletter"])
        #expect(claimant.contact.contactSource == "Newsletter")
        #expect(claimant.contact.original?.channel == .referral)
        #expect(claimant.contact.first?.source == .referral)
        #expect(claimant.latest?.record.carryOver?.carriedFromAt == .on(1))
        #expect(evil.contact.first == evil.contact.latest)
        #expect(claimant.visitors + evil.visitors == [story.stranger])
        let sessions = try await site.sessions(of: claimant.contact.id) + site.sessions(of: evil.contact.id)
        #expect(Set(sessions) == Set(story.visits.compactMap(\.session)))
        #expect(sessions.count == 4)
        #expect(try await site.submissions().map(\.status) == [.split, .split, .accepted])
    }

    @Test func `the address matches its owner again, and not the stranger who claimed it`() async throws {
        let story = try await Story()
        let site = story.site
        try await site.undo(story.takeover, at: .on(5))
        try await site.undo(story.claim, at: .on(5))
        try await site.record(
            site.visit(site.browser(), at: .on(6)).form(["email": "ann@example.com", "state": "Styria"]))
        #expect(try await site.contact(story.ann)[.state] == "Styria")
        #expect(try await site.contacts().count == 3)
    }

    @Test func `the stranger's next submission goes to the stranger`() async throws {
        let story = try await Story()
        let site = story.site
        try await site.undo(story.takeover, at: .on(5))
        try await site.undo(story.claim, at: .on(5))
        try await site.record(site.visit(story.stranger, at: .on(6)).form(["phone": "+44 20 999999"]))
        #expect(try await site.contact(.email, "evil@example.com")[.phone] == "+44 20 999999")
        #expect(try await Picture(site, story.ann) == story.before)
    }

    @Test func `the badge goes with the change of the e-mail, not with another one`() async throws {
        let story = try await Story()
        try await story.site.undo(story.claim, at: .on(5))
        #expect(try await story.site.contact(story.ann).contact.needsReview == .emailChangedByMatchedVisitor)
        try await story.site.undo(story.takeover, at: .on(5))
        #expect(try await story.site.contact(story.ann).contact.needsReview == nil)
    }

    @Test func `an account may have such a change confirmed by a person instead`() async throws {
        let site = try await Site { $0.confirmsEmailChanges = true }
        let anns = site.visit(site.browser())
        try await site.record(anns.form(["email": "ann@example.com"]))
        let strangers = site.visit(site.browser(), at: .on(1))
        let takeover = strangers.form(["email": "evil@example.com"], minute: 2)
        try await site.record(strangers.form(["email": "ann@example.com"]), takeover)
        let waiting = try await site.contact()
        #expect(waiting[.email] == "ann@example.com")
        #expect(waiting.contact.needsReview == nil)
        #expect(try await site.submission(of: takeover).heldReason == .emailChange)
        try await site.crm.capture.release(site.account, try await site.submission(of: takeover).id, now: .on(2))
        let confirmed = try await site.contact()
        #expect(confirmed[.email] == "evil@example.com")
        #expect(confirmed.additionalEmails == ["ann@example.com"])
        #expect(confirmed.contact.needsReview == nil)
    }

    @Test func `a visitor that made the contact changes its e-mail without asking`() async throws {
        let site = try await Site { $0.confirmsEmailChanges = true }
        let anns = site.visit(site.browser())
        try await site.record(anns.form(["email": "ann@example.com"]))
        try await site.record(anns.form(["email": "ann@new.example"], minute: 2))
        #expect(try await site.contact()[.email] == "ann@new.example")
        #expect(try await site.submissions(.held).isEmpty)
    }
}
