import Attribution
import CRM
import Testing

/// Which landing counts, and when First and Latest are written.
@Suite struct LandingTests {
    @Test func `page views alone never make a contact`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: "https://clinic.example/?gclid=x")
        try await site.record(
            visit.page(), visit.page("https://clinic.example/prices", minute: 1), visit.custom("scroll"))
        #expect(try await site.contacts().isEmpty)
        #expect(try await site.house.count("attributions") == 0)
        #expect(try await site.house.count("page_views") == 2)
    }

    @Test func `page views after a conversion change no attribution`() async throws {
        let site = try await Site()
        let ann = site.browser()
        let visit = site.visit(ann, to: "https://clinic.example/?gclid=x")
        try await site.record(visit.page(), visit.form(["email": "ann@example.com"]))
        let before = try await site.contact()
        let later = site.visit(ann, to: "https://clinic.example/", from: "https://www.facebook.com/", at: .on(2))
        try await site.record(later.page(), later.page("https://clinic.example/prices", minute: 3))
        let after = try await site.contact()
        #expect(after.contact.latest == before.contact.latest)
        #expect(after.contact.updatedAt == before.contact.updatedAt)
        #expect(try await site.house.count("attributions") == 1)
    }

    @Test func `the landing of the session counts, not the page of the form`() async throws {
        let site = try await Site()
        let visit = site.visit(
            site.browser(), to: "https://clinic.example/offer?gclid=g1&utm_campaign=Spring",
            from: "https://www.google.com/")
        let form = visit.form(
            ["email": "ann@example.com"], on: "https://clinic.example/contact?utm_source=fb_ad", minute: 9)
        try await site.record(visit.page())
        try await site.record(form)
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .paidSearch)
        #expect(contact.latest(.url) == "https://clinic.example/offer?gclid=g1&utm_campaign=Spring")
        #expect(contact.latest(.pageURL) == "https://clinic.example/contact?utm_source=fb_ad")
        #expect(contact.latest(.referrer) == "https://www.google.com/")
        #expect(contact.latest(.gclid) == "g1")
        #expect(contact.latest(.campaign) == "Spring")
        #expect(contact.latest(.utmSource) == nil)
        #expect(contact.latest(.medium) == "External Form")
        #expect(contact.latest(.formName) == "Contact us")
        #expect(contact.latest(.fbEventID) == form.id.description)
        #expect(contact.latest(.visitorID) == visit.visitor?.description)
        #expect(contact.latest(.submissionID) == (try await site.submission(of: form).id.rawValue))
        #expect(contact.latest(.ip) == "198.51.100.7")
    }

    @Test func `a session is judged by its first landing, whatever a later event says of it`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: "https://clinic.example/?gclid=x")
        var later = visit
        later.landing = CapturedLanding(url: "https://clinic.example/", referrer: nil, at: .on(0, minute: 5))
        try await site.record(visit.page())
        try await site.record(later.form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.first?.source == .paidSearch)
    }

    @Test func `a lost page view costs nothing, because the conversion carries its landing`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: "https://clinic.example/?msclkid=m", from: "https://www.bing.com/")
        try await site.record(visit.form(["email": "ann@example.com"]))
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .paidSearch)
        #expect(contact.latest(.url) == "https://clinic.example/?msclkid=m")
        #expect(try await site.sessions(of: contact.contact.id) == [try #require(visit.session)])
    }

    @Test func `First is locked and Latest is renewed by every conversion`() async throws {
        let site = try await Site()
        let ann = site.browser()
        let first = site.visit(ann, to: "https://clinic.example/?gclid=x")
        let second = site.visit(ann, from: "https://www.facebook.com/", at: .on(3))
        let third = site.visit(ann, from: "https://blog.example/post", at: .on(5))
        try await site.record(first.form(["email": "ann@example.com"]))
        let locked = try await site.contact().contact.first
        try await site.record(second.form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.latest?.source == .socialMedia)
        try await site.record(third.form(["email": "ann@example.com"]))
        let contact = try await site.contact()
        #expect(contact.contact.first == locked)
        #expect(contact.contact.first?.source == .paidSearch)
        #expect(contact.contact.latest?.source == .referral)
        #expect(try await site.house.count("attributions") == 3)
    }

    @Test func `the same visit twice gives the same data with a new time`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: "https://clinic.example/?gclid=x&utm_term=botox")
        try await site.record(visit.form(["email": "ann@example.com"], minute: 1))
        try await site.record(visit.form(["email": "ann@example.com"], minute: 20))
        let contact = try await site.contact()
        #expect(contact.contact.first != contact.contact.latest)
        for field in AttributionField.allCases where ![.createdAt, .submissionID, .fbEventID].contains(field) {
            #expect(contact.first(field) == contact.latest(field), "\(field)")
        }
        #expect(contact.first?.record.createdAt == .on(0, minute: 1))
        #expect(contact.latest?.record.createdAt == .on(0, minute: 20))
    }

    @Test func `the eight attribution fields are derived from First and Latest`() async throws {
        let site = try await Site()
        let ann = site.browser()
        let first = site.visit(ann, to: "https://clinic.example/?gclid=g1")
        let second = site.visit(
            ann, to: "https://clinic.example/?utm_source=fb_ad&utm_campaign=Lips&utm_content=Video&fbclid=f1",
            at: .on(1))
        try await site.record(first.form(["email": "ann@example.com"]))
        try await site.record(second.form(["email": "ann@example.com"]))
        let contact = try await site.contact()
        let expected = [
            "contact.first_attribution_session_source": "Paid Search",
            "contact.last_attribution_session_source": "Paid Social", "contact.utm_source": "fb_ad",
            "contact.utm_campaign": "Lips", "contact.utm_content": "Video",
            "contact.attribution__source_url": second.landing.url, "contact.attribution__gclid": nil,
            "contact.attribution__fbclid": "f1",
        ]
        for (key, value) in expected {
            #expect(try await site.value(key, of: contact) == value, "\(key)")
        }
    }

    @Test func `a verdict keeps what it was made of`() async throws {
        let site = try await Site(domains: ["clinic.example", "clinic-shop.example"])
        let visit = site.visit(site.browser(), to: "https://clinic.example/", from: "https://clinic-shop.example/cart")
        try await site.record(visit.form(["email": "ann@example.com"]))
        let stored = try #require(try await site.contact().latest)
        #expect(stored.record.verdict?.rule.number == "8")
        #expect(stored.record.verdict?.ruleSet == .classic)
        #expect(stored.record.source == .direct)
        let domains = try await site.house.texts("own_domains", of: "attributions")
        #expect(domains == [#"["clinic-shop.example","clinic.example"]"#])
    }

    @Test func `a visitor who sends no identifiers is judged by the page's own landing`() async throws {
        let site = try await Site()
        var visit = site.visit(nil, to: "https://clinic.example/?gclid=x", from: "https://www.google.com/")
        visit.visitor = nil
        try await site.record(visit.page(), visit.form(["email": "ann@example.com"]))
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .paidSearch)
        #expect(contact.visitors.isEmpty)
        #expect(contact.latest(.visitorID) == nil)
        #expect(try await site.house.count("visitors") == 0)
        #expect(try await site.house.count("sessions") == 0)
    }

    @Test func `a visitor without a session is still known the next time`() async throws {
        let site = try await Site()
        var visit = site.visit(site.browser(), to: "https://clinic.example/?gclid=x")
        visit.session = nil
        try await site.record(visit.form(["email": "ann@example.com"]))
        try await site.record(visit.form(["phone": "+49 30 123456"], minute: 5))
        let contact = try await site.contact()
        #expect(contact[.phone] == "+49 30 123456")
        #expect(contact.visitors == [try #require(visit.visitor)])
    }

    @Test func `a session that another browser owns is not touched`() async throws {
        let site = try await Site()
        let annsVisit = site.visit(site.browser(), to: "https://clinic.example/?gclid=x")
        try await site.record(annsVisit.form(["email": "ann@example.com"]))
        var strangers = site.visit(site.browser(), from: "https://www.facebook.com/", at: .on(1))
        strangers.session = annsVisit.session
        let form = strangers.form(["email": "bob@example.com"])
        try await site.record(strangers.page(), form)
        let ann = try await site.contact(.email, "ann@example.com")
        let bob = try await site.contact(.email, "bob@example.com")
        #expect(bob.contact.first?.source == .socialMedia)
        #expect(try await site.sessions(of: ann.contact.id) == [try #require(annsVisit.session)])
        #expect(try await site.sessions(of: bob.contact.id).isEmpty)
        #expect(try await site.submission(of: form).session == nil)
    }

    @Test func `a visit in progress belongs to the contact it turns out to be`() async throws {
        let site = try await Site()
        let ann = site.browser()
        let earlier = site.visit(ann, from: "https://www.facebook.com/")
        let visit = site.visit(ann, at: .on(1))
        let later = site.visit(ann, at: .on(2))
        try await site.record(earlier.page())
        try await site.record(visit.page(), visit.form(["email": "ann@example.com"]))
        try await site.record(later.page())
        let contact = try await site.contact()
        let sessions = [later, visit, earlier].compactMap(\.session)
        #expect(try await site.sessions(of: contact.contact.id) == sessions)
        let firstVisit = try await site.crm.contacts.journey(site.account, contact.contact.id).firstVisit
        #expect(firstVisit?.verdict.source == .socialMedia)
    }
}
