import Attribution
import CRM
import Testing

/// Texts that mean harm, or look like it, are texts.
@Suite struct HostileTextTests {
    private static let texts = [
        "'; drop table contacts; --", "\"; select * from users; --", "$1", "%_%", "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0", "👩‍👩‍👧‍👦 🏳️‍🌈", "مرحبا \u{202E}txt.exe", "Z̴̡̛a̷l̸g̵o̶", "a\u{FFFD}b", "\\\"{}[]", "line\nbreak\ttab",
    ]

    @Test(arguments: texts)
    func `a hostile value is stored as it is, and found again`(text: String) async throws {
        let site = try await Site()
        let notes = try await site.field("Notes")
        let form = site.visit(site.browser()).form(
            ["email": "ann@example.com", "first_name": text, "notes": text, text: text], named: text)
        try await site.record(form)
        let contact = try await site.contact()
        #expect(contact[.firstName] == text)
        #expect(contact.custom == [notes.id: text])
        #expect(contact.tags == ["external form: \(text)"])
        #expect(try await site.submission(of: form).formName == text)
        var query = ContactQuery()
        query.tag = "external form: \(text)"
        query.search = text
        #expect(try await site.crm.contacts.page(site.account, query).contacts.count == 1)
    }

    @Test func `a script in a tag of the landing is stored as text`() async throws {
        let site = try await Site()
        let visit = site.visit(
            site.browser(),
            to: "https://clinic.example/?utm_source=%3Cscript%3Ealert(1)%3C/script%3E&utm_campaign='%3B+drop+table+x",
            from: "https://evil.example/<script>")
        try await site.record(visit.page(title: "<b>"), visit.form(["email": "ann@example.com"]))
        let contact = try await site.contact()
        #expect(contact.latest(.utmSource) == "<script>alert(1)</script>")
        #expect(contact.latest(.utmCampaign) == "'; drop table x")
        #expect(contact.latest(.referrer) == "https://evil.example/<script>")
    }

    @Test func `a value of ten thousand characters is kept, a property is cut to five hundred`() async throws {
        let site = try await Site()
        let notes = try await site.field("Notes")
        let long = String(repeating: "ä", count: 20_000)
        let form = site.visit(site.browser()).form(["email": "ann@example.com", "notes": long, "city": long])
        try await site.record(form)
        let contact = try await site.contact()
        #expect(contact.custom[notes.id]?.count == 10_000)
        #expect(contact[.city]?.count == 500)
        #expect(try await site.submission(of: form).fields.last?.value.count == 10_000)
    }

    @Test func `an overlong tag of the landing is cut, and the record says so`() async throws {
        let site = try await Site()
        let visit = site.visit(
            site.browser(), to: "https://clinic.example/?utm_campaign=" + String(repeating: "x", count: 4_000))
        try await site.record(visit.form(["email": "ann@example.com"]))
        let record = try #require(try await site.contact().latest?.record)
        #expect(record[.utmCampaign]?.count == 2_048)
        #expect(record.truncatedFields.contains(.utmCampaign))
        #expect(record[.url] == visit.landing.url)
    }

    @Test(arguments: [120, 240])
    func `an address with a long local part is taken like any other`(length: Int) async throws {
        let site = try await Site()
        let email = String(repeating: "a", count: length) + "@example.com"
        try await site.record(site.visit(site.browser()).form(["email": email, "name": email]))
        #expect(try await site.contact()[.email] == email)
    }

    @Test func `a story is no phone number`() async throws {
        let site = try await Site()
        let story = "my number is " + String(repeating: "x", count: 900) + " 12345"
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com", "phone": story]))
        #expect(try await site.contact()[.phone] == nil)
    }

    @Test func `a hundred fields of one name leave the first value`() async throws {
        let site = try await Site()
        let fields =
            [FilledField(name: "email", label: nil, values: ["ann@example.com"])]
            + (1...100).map { FilledField(name: "city", label: nil, values: ["City \($0)"]) }
        try await site.record(site.visit(site.browser()).form(fields))
        #expect(try await site.contact()[.city] == "City 1")
    }
}
