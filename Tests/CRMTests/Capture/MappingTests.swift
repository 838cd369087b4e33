import Attribution
import CRM
import Testing

/// Where the fields of a form go.
@Suite struct MappingTests {
    @Test(arguments: [
        ("first_name", ContactProperty.firstName), ("firstName", .firstName), ("first-name", .firstName),
        ("FIRST_NAME", .firstName), ("last_name", .lastName), ("phone", .phone), ("address1", .address1),
        ("city", .city), ("state", .state), ("zip", .postalCode), ("postal_code", .postalCode),
        ("postalCode", .postalCode), ("country", .country), ("company_name", .companyName), ("website", .website),
    ])
    func `a standard name in any spelling is that property`(name: String, property: ContactProperty) async throws {
        let site = try await Site()
        let fields = [
            FilledField(name: "email", label: nil, values: ["ann@example.com"]),
            FilledField(name: name, label: nil, values: ["0301234567"]),
        ]
        try await site.record(site.visit(site.browser()).form(fields))
        #expect(try await site.contact()[property] == "0301234567")
    }

    @Test(arguments: [("Ann Smith", "Ann", "Smith"), ("Ann", "Ann", nil), ("Ann van der Berg", "Ann", "van der Berg")])
    func `a whole name is split into first and last`(whole: String, first: String, last: String?) async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser()).form(["name": whole, "email": "ann@example.com"]))
        #expect(try await site.contact()[.firstName] == first)
        #expect(try await site.contact()[.lastName] == last)
    }

    @Test func `a whole name gives way to its parts`() async throws {
        let site = try await Site()
        try await site.record(
            site.visit(site.browser()).form(["full_name": "A. S.", "first_name": "Ann", "email": "ann@example.com"]))
        #expect(try await site.contact().contact.displayName == "Ann")
    }

    @Test(arguments: ["your-email", "E-Mail", "contact[mail]", "wpforms_email_3"])
    func `an e-mail input may have any name that says so`(name: String) async throws {
        let site = try await Site()
        let fields = [
            FilledField(name: "topic", label: nil, values: ["a@b.example"]),
            FilledField(name: name, label: nil, values: ["ann@example.com"]),
        ]
        try await site.record(site.visit(site.browser()).form(fields))
        #expect(try await site.contact()[.email] == "ann@example.com")
    }

    @Test func `a label may say e-mail where the name does not`() async throws {
        let site = try await Site()
        let fields = [FilledField(name: "input_3", label: "Your e-mail *", values: ["ann@example.com"])]
        try await site.record(site.visit(site.browser()).form(fields))
        #expect(try await site.contact()[.email] == "ann@example.com")
    }

    @Test func `the owner's mapping counts first, then the key, then the label, then the name read as a label`()
        async throws
    {
        let site = try await Site()
        let budget = try await site.field("Budget")
        let doctor = try await site.field("Preferred Doctor")
        try await site.crm.fields.map(site.account, fieldNamed: "input_7", to: .property(.city))
        try await site.crm.fields.map(site.account, fieldNamed: "state", to: .custom(budget.id))
        let fields = [
            FilledField(name: "email", label: "Budget", values: ["ann@example.com"]),
            FilledField(name: "input_7", label: "Country", values: ["Graz"]),
            FilledField(name: "state", label: "State", values: ["500"]),
            FilledField(name: "input_8", label: "Preferred doctor *", values: ["Dr. Who"]),
            FilledField(name: "Company Name", label: nil, values: ["ACME"]),
        ]
        let form = site.visit(site.browser()).form(fields)
        try await site.record(form)
        let contact = try await site.contact()
        #expect(contact[.email] == "ann@example.com")
        #expect(contact[.city] == "Graz")
        #expect(contact[.state] == nil)
        #expect(contact[.country] == nil)
        #expect(contact[.companyName] == "ACME")
        #expect(contact.custom == [budget.id: "500", doctor.id: "Dr. Who"])
        #expect(try await site.submission(of: form).fields.allSatisfy { $0.target != nil })
    }

    @Test(arguments: ["preferred_doctor", "preferredDoctor", "preferred-doctor", "contact.preferred_doctor"])
    func `a custom field is found by its key`(name: String) async throws {
        let site = try await Site()
        let doctor = try await site.field("Preferred Doctor")
        let fields = [
            FilledField(name: "email", label: nil, values: ["ann@example.com"]),
            FilledField(name: name, label: nil, values: ["Dr. Who"]),
        ]
        try await site.record(site.visit(site.browser()).form(fields))
        #expect(try await site.contact().custom == [doctor.id: "Dr. Who"])
    }

    @Test func `a field that nothing fits is kept with its name and value`() async throws {
        let site = try await Site()
        let form = site.visit(site.browser()).form(["email": "ann@example.com", "shoe_size": "38"])
        try await site.record(form)
        let submission = try await site.submission(of: form)
        #expect(submission.fields.last == SubmittedField(name: "shoe_size", label: nil, value: "38", target: nil))
        #expect(try await site.contact().custom.isEmpty)
    }

    @Test(arguments: [
        "tags", "dnd", "owner", "assignedTo", "id", "contactId", "dateAdded", "createdAt", "contact_source",
        "attributionSource", "sessionSource", "lastAttributionSource", "utm_source", "contact.utm_source",
        "first_attribution_session_source", "UTM Source", "gclid", "ip",
    ])
    func `a browser cannot write attribution, tags, ids or dates`(name: String) async throws {
        let site = try await Site()
        let fields = [
            FilledField(name: "email", label: nil, values: ["ann@example.com"]),
            FilledField(name: name, label: name, values: ["hacked"]),
        ]
        let form = site.visit(site.browser()).form(fields)
        try await site.record(form)
        let contact = try await site.contact()
        #expect(contact.tags == ["external form: Contact us"])
        #expect(contact.contact.contactSource == "Contact us")
        #expect(contact.custom.isEmpty)
        #expect(contact.contact.properties == [.email: "ann@example.com"])
        #expect(contact.contact.first?.source == .direct)
        #expect(try await site.submission(of: form).fields.last?.target == nil)
    }

    @Test func `a custom field that forms may not fill stays empty, whatever the form calls it`() async throws {
        let site = try await Site()
        let score = try await site.field("Lead Score", fillable: false)
        let form = site.visit(site.browser()).form(["email": "ann@example.com", "lead_score": "99"])
        try await site.record(form)
        #expect(try await site.contact().custom.isEmpty)
        await #expect(throws: FieldError.target(score.id.rawValue)) {
            try await site.crm.fields.map(site.account, fieldNamed: "x", to: .custom(score.id))
        }
    }

    @Test func `submitted values overwrite, and empty ones never do`() async throws {
        let site = try await Site()
        let doctor = try await site.field("Doctor")
        let visit = site.visit(site.browser())
        try await site.record(
            visit.form(["email": "ann@example.com", "city": "Graz", "phone": "12345", "doctor": "Who"]))
        try await site.record(
            visit.form(["email": "ann@example.com", "city": "Wien", "phone": " ", "doctor": ""], minute: 2))
        let contact = try await site.contact()
        #expect(contact[.city] == "Wien")
        #expect(contact[.phone] == "12345")
        #expect(contact.custom == [doctor.id: "Who"])
    }

    @Test func `several values of one field are one list`() async throws {
        let site = try await Site()
        let wishes = try await site.field("Wishes")
        let fields = [
            FilledField(name: "email", label: nil, values: ["ann@example.com"]),
            FilledField(name: "wishes", label: nil, values: ["Lips", " ", "Brows"]),
        ]
        try await site.record(site.visit(site.browser()).form(fields))
        #expect(try await site.contact().custom == [wishes.id: "Lips, Brows"])
    }

    @Test func `a value that is no address and no number is kept with the submission only`() async throws {
        let site = try await Site()
        let form = site.visit(site.browser()).form([
            "email": "ann@", "phone": "call me", "your_email": "ann@example.com",
        ])
        try await site.record(form)
        let contact = try await site.contact()
        #expect(contact.contact.properties == [.email: "ann@example.com"])
        #expect(try await site.submission(of: form).fields.map(\.value) == ["ann@", "call me", "ann@example.com"])
    }

    @Test func `a field that is deleted takes its values and its mapping along`() async throws {
        let site = try await Site()
        let doctor = try await site.field("Doctor")
        try await site.crm.fields.map(site.account, fieldNamed: "dr", to: .custom(doctor.id))
        let visit = site.visit(site.browser())
        try await site.record(visit.form(["email": "ann@example.com", "dr": "Who"]))
        try await site.crm.fields.delete(site.account, doctor.id, by: .server, now: .start)
        #expect(try await site.crm.fields.mappings(site.account).isEmpty)
        let form = visit.form(["email": "ann@example.com", "dr": "Strange"], minute: 2)
        try await site.record(form)
        #expect(try await site.contact().custom.isEmpty)
        #expect(try await site.submission(of: form).fields.last?.target == nil)
    }
}
