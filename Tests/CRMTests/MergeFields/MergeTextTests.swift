import CRM
import Testing

@Suite struct MergeTextTests {
    @Test(arguments: [
        ("", 0), ("plain", 0), ("{{contact.email}}", 1), ("a {{ contact.email }} b {{custom_values.x}}", 2),
        ("{{}}", 0), ("{{two words}}", 0), ("{{contact.email}", 0), ("{{{{contact.email}}}}", 1), ("}}{{", 0),
        ("{{contact.年齢}}", 1), (String(repeating: "{", count: 5_000), 0),
        ("{{" + String(repeating: "a", count: 300) + "}}", 0),
    ])
    func `fields are found, and everything else stays text`(text: String, count: Int) {
        let merge = MergeText(text)
        #expect(merge.fields.count == count)
        let again = merge.parts.map { part in
            switch part {
            case .text(let text): text
            case .field(let field): field.description
            }
        }.joined()
        #expect(again.filter { $0 != " " } == text.filter { $0 != " " })
    }

    @Test func `fields stand for the contact, the account and its custom values`() async throws {
        let site = try await Site()
        let pet = try await site.field("Pet")
        _ = try await site.crm.values.create(
            site.account, name: "Booking", value: "https://clinic.example/book", by: .server, now: .start)
        var account = try await site.crm.accounts.account(site.account)
        account.name = "Clinic"
        var details = BusinessDetails()
        details[.city] = "Graz"
        try await site.crm.accounts.update(account, details: details, by: .server, now: .start)
        try await site.record(
            site.visit(site.browser(), to: "https://clinic.example/?utm_source=news&utm_campaign=May").form(
                ["email": "ann@example.com", "first_name": "Ann", "last_name": "Lee", "pet": "Rex"]))
        let contact = try await site.contact()
        #expect(contact.custom[pet.id] == "Rex")
        let values = try await site.crm.mergeFields.values(site.account, for: contact.contact.id)
        let expected: [(String, String)] = [
            ("contact.name", "Ann Lee"), ("contact.first_name", "Ann"), ("contact.email", "ann@example.com"),
            ("contact.pet", "Rex"), ("contact.id", contact.contact.id.rawValue), ("contact.utm_source", "news"),
            ("contact.attributionSource.utmCampaign", "May"), ("contact.lastAttributionSource.sessionSource", "Others"),
            ("contact.first_attribution_session_source", "Others"), ("contact.phone", ""), ("contact.nothing", ""),
            ("contact.attributionSource.nothing", ""), ("location.name", "Clinic"), ("location.city", "Graz"),
            ("custom_values.booking", "https://clinic.example/book"), ("custom_values.nothing", ""),
            ("user.name", ""), ("contact", ""),
        ]
        for (field, value) in expected {
            #expect(MergeText("{{\(field)}}").resolved(with: values) == value, "\(field)")
        }
        let encoded = MergeText("/a?n={{contact.name}}").resolved(with: values) { $0.replacing(" ", with: "%20") }
        #expect(encoded == "/a?n=Ann%20Lee")
    }

    @Test func `without a contact, its fields stand for nothing`() async throws {
        let site = try await Site()
        let values = try await site.crm.mergeFields.values(site.account, for: nil)
        #expect(MergeText("Hello {{contact.first_name}}!").resolved(with: values) == "Hello !")
    }

    @Test func `another account's contact is not there`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Other")
        let contact = try await other.create([.email: "ann@example.com"])
        await #expect(throws: NotFound.contact) {
            _ = try await site.crm.mergeFields.values(site.account, for: contact)
        }
    }
}
