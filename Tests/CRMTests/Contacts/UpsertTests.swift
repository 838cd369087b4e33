import Attribution
import CRM
import Testing

/// Contacts that are written whether they are there or not.
@Suite struct UpsertTests {
    private func upsert(
        _ properties: [ContactProperty: String], at site: Site, now: Milliseconds = .on(1),
        history: ImportedHistory? = nil, makesDuplicate: Bool = false, _ change: (inout ContactEdit) -> Void = { _ in }
    ) async throws -> Contacts.Upsert {
        var edit = ContactEdit(properties)
        change(&edit)
        return try await site.crm.contacts.upsert(
            site.account, edit, by: .token(name: "Zap"), history: history, makesDuplicate: makesDuplicate, now: now)
    }

    @Test func `an unknown address makes a contact, a known one changes it`() async throws {
        let site = try await Site()
        let made = try await upsert([.email: "ann@example.com", .firstName: "Ann"], at: site) { $0.tags = ["a", "b"] }
        #expect(made.isNew)
        let met = try await upsert([.email: " ANN@Example.com", .city: "Graz"], at: site, now: .on(2)) {
            $0.tags = ["c"]
        }
        #expect(met == Contacts.Upsert(contact: made.contact, isNew: false))
        let contact = try await site.contact()
        #expect(contact[.firstName] == "Ann")
        #expect(contact[.city] == "Graz")
        #expect(contact.tags == ["c"])
    }

    @Test func `without an address or a number there is nobody to be found`() async throws {
        let site = try await Site()
        let first = try await upsert([.firstName: "Ann"], at: site)
        let second = try await upsert([.firstName: "Ann"], at: site)
        #expect(first.isNew && second.isNew)
        #expect(first.contact != second.contact)
    }

    @Test(arguments: DuplicatePolicy.Order.allCases)
    func `the account says which key counts more, and the other contact keeps its own`(
        order: DuplicatePolicy.Order
    ) async throws {
        let site = try await Site()
        var policy = DuplicatePolicy()
        policy.order = order
        try await site.crm.contacts.setDuplicatePolicy(site.account, policy, by: .server, now: .start)
        let byEmail = try await site.create([.email: "ann@example.com"])
        let byPhone = try await site.create([.phone: "+49 30 123456"])
        let outcome = try await upsert(
            [.email: "ann@example.com", .phone: "004930123456", .city: "Graz"], at: site)
        #expect(outcome.contact == (order == .email ? byEmail : byPhone))
        #expect(try await site.contact(.city, "Graz").contact.id == outcome.contact)
        #expect(try await site.contact(byEmail)[.phone] == nil)
        #expect(try await site.contact(byPhone)[.email] == nil)
    }

    @Test func `a number finds a contact whose address is new to the account`() async throws {
        let site = try await Site()
        let ann = try await site.create([.phone: "+49 30 123456"])
        let outcome = try await upsert([.email: "ann@example.com", .phone: "+4930123456"], at: site)
        #expect(outcome == Contacts.Upsert(contact: ann, isNew: false))
        #expect(try await site.contact(ann)[.email] == "ann@example.com")
    }

    @Test func `what the account says of duplicates is written down when it changes, and only then`() async throws {
        let site = try await Site()
        var policy = DuplicatePolicy()
        policy.order = .phone
        for _ in 0..<2 {
            try await site.crm.contacts.setDuplicatePolicy(site.account, policy, by: .command, now: .on(1))
        }
        var query = AuditQuery(account: site.account)
        query.action = .settingChanged
        #expect(try await site.crm.audit.entries(query).map(\.subject) == ["duplicate contacts"])
        await #expect(throws: NotFound.account) {
            try await site.crm.contacts.setDuplicatePolicy(
                AccountID(rawValue: 99), policy, by: .command, now: .on(1))
        }
    }

    @Test func `a duplicate is made where the account allows them, and nowhere else`() async throws {
        let site = try await Site()
        try await site.create([.email: "ann@example.com"])
        #expect(try await !upsert([.email: "ann@example.com"], at: site, makesDuplicate: true).isNew)
        var policy = DuplicatePolicy()
        policy.allowsDuplicates = true
        try await site.crm.contacts.setDuplicatePolicy(site.account, policy, by: .server, now: .start)
        #expect(try await site.crm.contacts.duplicatePolicy(site.account) == policy)
        #expect(try await upsert([.email: "ann@example.com"], at: site, makesDuplicate: true).isNew)
        #expect(try await !upsert([.email: "ann@example.com"], at: site).isNew)
        try await site.create([.email: "ann@example.com"])
        #expect(try await site.contacts().count == 3)
    }

    @Test func `First comes with a new contact only, Latest any time`() async throws {
        let site = try await Site()
        let history = ImportedHistory(
            first: ImportedAttribution(source: .paidSearch, values: [:], createdAt: nil),
            latest: ImportedAttribution(source: .paidSocial, values: [:], createdAt: nil))
        _ = try await upsert([.email: "ann@example.com"], at: site, history: history)
        #expect(try await site.contact().contact.first?.source == .paidSearch)
        #expect(try await site.contact().contact.latest?.source == .paidSocial)
        let later = ImportedHistory(
            first: ImportedAttribution(source: .referral, values: [:], createdAt: nil),
            latest: ImportedAttribution(source: .organicSearch, values: [:], createdAt: nil))
        _ = try await upsert([.email: "ann@example.com"], at: site, history: later)
        #expect(try await site.contact().contact.first?.source == .paidSearch)
        #expect(try await site.contact().contact.latest?.source == .organicSearch)
        _ = try await upsert([.email: "ann@example.com", .city: "Graz"], at: site)
        #expect(try await site.contact().contact.latest?.source == .organicSearch)
    }

    @Test(arguments: [ContactProperty.email, .phone])
    func `upserts of one new key in two places at once make one contact`(property: ContactProperty) async throws {
        let site = try await Site()
        let second = try site.house.second()
        let value = property == .email ? "ann@example.com" : "+493012345678"
        let outcomes = try await withThrowingTaskGroup(of: Contacts.Upsert.self) { group in
            for number in 0..<16 {
                let crm = number % 2 == 0 ? site.crm : second.crm
                group.addTask {
                    try await crm.contacts.upsert(
                        site.account, ContactEdit([property: value, .city: "City \(number)"]),
                        by: .token(name: "Zap"), now: .on(1, minute: number))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        try second.database.close()
        #expect(outcomes.filter(\.isNew).count == 1)
        #expect(Set(outcomes.map(\.contact)).count == 1)
        #expect(try await site.house.count("contacts") == 1)
    }
}
