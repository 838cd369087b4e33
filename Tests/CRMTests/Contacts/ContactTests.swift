import Attribution
import CRM
import Testing

/// Contacts that people and programs make, change and delete.
@Suite struct ContactTests {
    @Test func `a contact made by a person came by the CRM's own pages`() async throws {
        let site = try await Site()
        try await site.create([.email: "ann@example.com", .firstName: " Ann "])
        let contact = try await site.contact()
        #expect(contact[.firstName] == "Ann")
        #expect(contact.contact.first?.source == .crmUI)
        #expect(contact.contact.first == contact.contact.latest)
        #expect(contact.latest(.medium) == "manual")
        #expect(contact.contact.contactSource == "Manual Entry")
        #expect(contact.contact.createdBy == .person)
        #expect(try await site.timeline(of: contact.contact.id) == [.created(by: "owner@clinic.example")])
    }

    @Test func `a contact made by a token is third-party, with the token's name`() async throws {
        let site = try await Site()
        try await site.create([.email: "ann@example.com"], by: .token(name: "Zapier"))
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .thirdParty)
        #expect(contact.latest(.sessionSource) == "Third-Party")
        #expect(contact.latest(.medium) == "api")
        #expect(contact.latest(.mediumID) == "Zapier")
        #expect(contact.contact.contactSource == "API")
        #expect(contact.contact.createdBy == .api)
    }

    @Test func `an imported contact says so`() async throws {
        let site = try await Site()
        try await site.create([.email: "ann@example.com"], by: .importer(fileName: "list.csv"))
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .thirdParty)
        #expect(contact.latest(.medium) == "csv_import")
        #expect(contact.contact.contactSource == "CSV Import")
    }

    @Test(arguments: [
        (ContactProperty.email, "ann@example.com", " ANN@example.com"), (.phone, "+49 (30) 123-456", "004930123456"),
    ])
    func `a duplicate is refused, with the field that says so`(
        property: ContactProperty, existing: String, new: String
    ) async throws {
        let site = try await Site()
        let ann = try await site.create([property: existing, .firstName: "Ann", .lastName: "Smith"])
        let creation = try await site.crm.contacts.create(
            site.account, ContactEdit([property: new]), by: .token(name: "Zap"), now: .on(1))
        guard case .duplicate(let id, let name, let field) = creation else {
            Issue.record("It was created.")
            return
        }
        #expect(id == ann)
        #expect(name == "Ann Smith")
        #expect(field == property)
        #expect(try await site.contacts().count == 1)
        try await site.create([property: new], allowsDuplicates: true)
        #expect(try await site.contacts().count == 2)
    }

    @Test(arguments: [
        (ContactProperty.email, "ann@"), (.email, "ann example.com"), (.email, "a@b@c"), (.phone, "1234"),
        (.phone, "1234567890123456"),
    ])
    func `a value that cannot be written is refused by name, and nothing is made`(
        property: ContactProperty, value: String
    ) async throws {
        let site = try await Site()
        let error = await #expect(throws: InvalidField.self) {
            try await site.create([property: value, .city: "Graz"])
        }
        #expect(error?.field == property.rawValue)
        #expect(try await site.contacts().isEmpty)
    }

    @Test func `an unknown or derived custom field is refused`() async throws {
        let site = try await Site()
        let fields = try await site.crm.fields.all(site.account)
        let derived = try #require(fields.first { $0.key == "contact.utm_source" })
        for id in [derived.id, FieldID(rawValue: "nothing")] {
            var edit = ContactEdit([.email: "ann@example.com"])
            edit.custom = [id: "x"]
            await #expect(throws: InvalidField.self) {
                _ = try await site.crm.contacts.create(site.account, edit, by: .token(name: "Zap"), now: .start)
            }
        }
    }

    @Test func `an update leaves the attribution, and says what it changed`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: "https://clinic.example/?gclid=x")
        try await site.record(visit.form(["email": "ann@example.com"]))
        let before = try await site.contact()
        var edit = ContactEdit()
        edit.properties = [.city: "Graz", .email: "ann@new.example"]
        edit.tags = ["vip", " ", "vip "]
        try await site.crm.contacts.update(site.account, before.contact.id, edit, by: .token(name: "Zap"), now: .on(1))
        let after = try await site.contact()
        #expect(after.contact.first == before.contact.first)
        #expect(after.contact.latest == before.contact.latest)
        #expect(after.contact.updatedAt == .on(1))
        #expect(after.tags == ["vip"])
        #expect(
            try await site.timeline(of: after.contact.id).first
                == .edited(by: "Zap", fields: ["Email", "City", "Tags"]))
    }

    @Test func `an update that changes nothing is none`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com", .city: "Graz"])
        try await site.edit(ann, [.city: "Graz "], at: .on(1))
        #expect(try await site.contact().contact.updatedAt == .start)
        #expect(try await site.timeline(of: ann).count == 1)
    }

    @Test func `a field that is not named stays, and one that is emptied goes`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com", .city: "Graz", .state: "Styria"])
        try await site.edit(ann, [.city: nil], at: .on(1))
        let contact = try await site.contact()
        #expect(contact.contact.properties == [.email: "ann@example.com", .state: "Styria"])
    }

    @Test func `of a whole name and its parts the parts count`() async throws {
        let site = try await Site()
        try await site.create([.fullName: "A. B. C.", .firstName: "Ann", .email: "ann@example.com"])
        #expect(try await site.contact().contact.displayName == "Ann B. C.")
    }

    @Test func `a contact that is not there cannot be changed`() async throws {
        let site = try await Site()
        let nobody = ContactID(rawValue: "nobody")
        await #expect(throws: NotFound.contact) { try await site.edit(nobody, [.city: "Graz"], at: .on(1)) }
        await #expect(throws: NotFound.contact) {
            try await site.crm.contacts.delete(site.account, nobody, now: .start)
        }
        await #expect(throws: NotFound.contact) { try await site.contact(nobody) }
    }

    @Test func `a deleted contact leaves nothing of the person behind`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        try await site.record(visit.form(["email": "ann@example.com", "first_name": "Ann"]))
        try await site.record(visit.form(["email": "ann@new.example", "city": "Graz"], minute: 2))
        try await site.crm.contacts.delete(site.account, try await site.contact().contact.id, now: .start)
        for table in [
            "contacts", "contact_emails", "contact_tags", "contact_terms", "contact_field_values", "contact_changes",
            "contact_claims", "conversions", "attributions", "timeline",
        ] {
            #expect(try await site.house.count(table) == 0, "\(table)")
        }
        #expect(try await site.house.count("sessions", where: "contact_id is null") == 1)
        #expect(try await site.house.count("visitors", where: "contact_id is null and linked_by is null") == 1)
    }

    @Test(arguments: [
        ([ContactProperty.firstName: "Ann", .lastName: "Smith", .companyName: "ACME"], "Ann Smith"),
        ([.lastName: "Smith", .email: "ann@example.com"], "Smith"), ([.companyName: "ACME", .phone: "12345"], "ACME"),
        ([.email: "ann@example.com", .phone: "12345"], "ann@example.com"), ([.phone: "12345"], "12345"),
        ([.city: "Graz"], "Unnamed contact"), ([.firstName: "\u{202E}Ann\u{2066}", .lastName: "Smith"], "Ann Smith"),
        ([.firstName: "\u{202E}", .email: "ann@example.com"], "ann@example.com"),
    ])
    func `a contact is called by the best that is known`(
        properties: [ContactProperty: String], name: String
    ) async throws {
        let site = try await Site()
        try await site.create(properties)
        #expect(try await site.contact().contact.displayName == name)
    }
}
