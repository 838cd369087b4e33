import Attribution
import CRM
import Testing

/// What a contact takes from its submissions once, and only once.
@Suite struct ContactSourceTests {
    @Test func `the page's source parameter counts first`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: "https://clinic.example/?source=Flyer")
        try await site.record(
            visit.form(
                ["email": "ann@example.com", "source": "Hidden"], on: "https://clinic.example/contact?source=QR"))
        #expect(try await site.contact().contact.contactSource == "QR")
    }

    @Test func `then that of the session's landing, even when another landing was carried over`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann, to: "https://clinic.example/?gclid=x&source=Ad").page())
        let visit = site.visit(ann, to: "https://clinic.example/?source=Flyer", at: .on(1))
        try await site.record(visit.form(["email": "ann@example.com", "source": "Hidden"]))
        #expect(try await site.contact().contact.contactSource == "Flyer")
        #expect(try await site.contact().contact.first?.source == .paidSearch)
    }

    @Test func `then the form's hidden value`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: "https://clinic.example/?source=")
        try await site.record(visit.form(["email": "ann@example.com", "source": "Hidden"]))
        #expect(try await site.contact().contact.contactSource == "Hidden")
    }

    @Test func `an own form has its hidden value from the console, not from the browser`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        try await site.record(visit.ownForm(["email": "ann@example.com", "source": "Faked"], source: "Spring page"))
        #expect(try await site.contact().contact.contactSource == "Spring page")
        #expect(try await site.contact().contact.createdBy == .form)
    }

    @Test func `then the form's name, and an application without one is called API`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com"], named: "Contact us"))
        try await site.record(site.visit(site.browser()).identify(["email": "bob@example.com"]))
        #expect(try await site.contact(.email, "ann@example.com").contact.contactSource == "Contact us")
        #expect(try await site.contact(.email, "bob@example.com").contact.contactSource == "API")
    }

    @Test func `conversions write it only when it is empty`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        try await site.record(visit.form(["email": "ann@example.com"], named: "First"))
        try await site.record(visit.form(["email": "ann@example.com"], named: "Second", minute: 2))
        #expect(try await site.contact().contact.contactSource == "First")
        var edit = ContactEdit()
        edit.contactSource = .some(nil)
        let id = try await site.contact().contact.id
        try await site.crm.contacts.update(site.account, id, edit, by: .token(name: "Zap"), now: .on(1))
        #expect(try await site.contact().contact.contactSource == nil)
        try await site.record(visit.form(["email": "ann@example.com"], named: "Third", minute: 3))
        #expect(try await site.contact().contact.contactSource == "Third")
    }

    @Test func `an external form marks its contacts with a tag, an own form does not`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com"], named: "Contact us"))
        try await site.record(site.visit(site.browser()).ownForm(["email": "bob@example.com"]))
        #expect(try await site.contact(.email, "ann@example.com").tags == ["external form: Contact us"])
        #expect(try await site.contact(.email, "bob@example.com").tags == [])
    }

    @Test func `the original traffic source is that of the very first page the visitor opened`() async throws {
        let site = try await Site()
        let ann = site.browser()
        let first = site.visit(
            ann, to: "https://clinic.example/?utm_source=News&utm_medium=newsletter&utm_campaign=May&utm_term=skin",
            from: "https://mail.example/")
        try await site.record(first.page())
        try await site.record(
            site.visit(ann, to: "https://clinic.example/?gclid=x", at: .on(99)).form(["email": "a@b.example"]))
        let original = try await site.contact().contact.original
        #expect(
            original
                == OriginalTraffic(
                    channel: .emailMarketing, campaign: "May", medium: "newsletter", source: "News", term: "skin",
                    referrer: "https://mail.example/"))
    }

    @Test func `the original traffic source of someone without identifiers is the landing that came along`()
        async throws
    {
        let site = try await Site()
        let visit = site.visit(nil, to: "https://clinic.example/", from: "https://www.google.com/")
        try await site.record(visit.form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.original?.channel == .organicSearch)
    }

    @Test func `the original traffic source is written once, and only for forms`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), from: "https://www.google.com/")
        try await site.record(visit.identify(["email": "ann@example.com"]))
        try await site.record(visit.form(["email": "ann@example.com"], minute: 2))
        #expect(try await site.contact().contact.original == nil)
    }

    @Test func `the time zone is that of the address at the first submission that tells one`() async throws {
        let site = try await Site()
        var visit = site.visit(site.browser())
        visit.browser.ip = "203.0.113.1"
        try await site.record(visit.form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.timeZone == nil)
        visit.browser.ip = "198.51.100.1"
        try await site.record(visit.form(["email": "ann@example.com"], minute: 2))
        #expect(try await site.contact().contact.timeZone == "Europe/Berlin")
    }
}
