import Attribution
import CRM
import Testing

@Suite struct FieldTests {
    private func create(
        _ site: Site, _ name: String, type: FieldType = .text, options: [String] = [],
        derivedFrom: AttributionReference? = nil
    ) async throws -> CustomField {
        try await site.crm.fields.create(
            site.account, name: name, type: type, options: options, fillable: true, derivedFrom: derivedFrom,
            now: .start)
    }

    @Test(arguments: [
        ("Preferred Doctor", "contact.preferred_doctor"), (" Wie heißt's? ", "contact.wie_heißt_s"),
        ("年齢", "contact.年齢"), ("2nd visit", "contact.2nd_visit"),
    ])
    func `a field's key follows from its name`(name: String, key: String) async throws {
        let site = try await Site()
        #expect(try await create(site, name).key == key)
    }

    @Test(arguments: ["", " ", "!?", String(repeating: "a", count: 101)])
    func `a name without a letter, or too long, is refused`(name: String) async throws {
        let site = try await Site()
        await #expect(throws: FieldError.name) { _ = try await create(site, name) }
    }

    @Test(arguments: ["Budget", "budget!", "UTM Source", "First Name", "email", "Source"])
    func `a key that is taken is refused`(name: String) async throws {
        let site = try await Site()
        _ = try await create(site, "Budget")
        let error = await #expect(throws: FieldError.self) { _ = try await create(site, name) }
        guard case .taken = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a choice needs options, and other types have none`() async throws {
        let site = try await Site()
        await #expect(throws: FieldError.options(.select)) {
            _ = try await create(site, "A", type: .select, options: [" "])
        }
        #expect(try await create(site, "B", type: .select, options: [" x ", "y"]).options == ["x", "y"])
        #expect(try await create(site, "C", type: .text, options: ["x"]).options.isEmpty)
    }

    @Test func `an account may read any other field off the attribution`() async throws {
        let site = try await Site()
        let field = try await create(site, "First medium", derivedFrom: AttributionReference(.first, .medium))
        #expect(!field.fillable)
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com", "first_medium": "x"]))
        #expect(try await site.contact().value(of: field) == "External Form")
        #expect(try await site.crm.fields.all(site.account).last == field)
    }

    @Test func `a mapping is for every spelling of the name, and can be taken back`() async throws {
        let site = try await Site()
        try await site.crm.fields.map(site.account, fieldNamed: "Your-Town", to: .property(.state))
        try await site.crm.fields.map(site.account, fieldNamed: "your_town", to: .property(.city))
        #expect(try await site.crm.fields.mappings(site.account) == ["yourtown": .property(.city)])
        try await site.crm.fields.unmap(site.account, fieldNamed: "yourTown")
        #expect(try await site.crm.fields.mappings(site.account).isEmpty)
    }

    @Test func `a mapping to a field that is not there is refused`() async throws {
        let site = try await Site()
        await #expect(throws: FieldError.target("nothing")) {
            try await site.crm.fields.map(site.account, fieldNamed: "x", to: .custom(FieldID(rawValue: "nothing")))
        }
    }
}
