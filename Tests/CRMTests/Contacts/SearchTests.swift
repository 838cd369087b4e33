import CRM
import Testing

/// A contact is found by the beginnings of its words.
@Suite struct SearchTests {
    private func found(_ typed: String, among contacts: [[ContactProperty: String]]) async throws -> [String] {
        let site = try await Site()
        for (day, properties) in contacts.enumerated() {
            try await site.create(properties, allowsDuplicates: true, at: .on(day))
        }
        var query = ContactQuery()
        query.search = typed
        return try await site.crm.contacts.page(site.account, query).contacts.map(\.contact.displayName)
    }

    @Test(arguments: [
        "ann", "ANN", "smi", "Smith", "ann smith", "smith ann", "ann@example.com", "ann@exa", "ANN@EXAMPLE.COM",
        "example.com", "acme", "+49 30 123456", "4930123456", "030 123456", "0049 30 123456", "3456", "(030) 123-456",
    ])
    func `a contact is found by name, e-mail, company and phone`(typed: String) async throws {
        let ann: [ContactProperty: String] = [
            .firstName: "Ann", .lastName: "Smith", .email: "Ann@Example.com", .phone: "+49 30 123456",
            .companyName: "Acme Corp.",
        ]
        let bob: [ContactProperty: String] = [
            .firstName: "Bob", .lastName: "Jones", .email: "bob@other.example", .phone: "+1 555 010 9999",
        ]
        #expect(try await found(typed, among: [ann, bob]) == ["Ann Smith"])
    }

    @Test(arguments: ["mith", "ann jones", "%", "_", "zzz", "30 12345678"])
    func `other words find nobody`(typed: String) async throws {
        let ann: [ContactProperty: String] = [.firstName: "Ann", .lastName: "Smith", .phone: "+49 30 123456"]
        #expect(try await found(typed, among: [ann]).isEmpty)
    }

    @Test(arguments: [
        ("jürgen", "Jürgen"), ("JÜRG", "Jürgen"), ("ju\u{308}rgen", "Jürgen"), ("王", "王小明"), ("мар", "Мария"),
    ])
    func `names in every script are found, however their letters are composed`(typed: String, name: String) async throws
    {
        #expect(try await found(typed, among: [[.firstName: name], [.firstName: "Ann"]]) == [name])
    }

    @Test func `nothing typed finds everybody, newest first`() async throws {
        #expect(try await found("  ", among: [[.firstName: "Ann"], [.firstName: "Bob"]]) == ["Bob", "Ann"])
    }

    @Test func `a former address finds its contact`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        try await site.record(visit.form(["email": "ann@old.example"]))
        try await site.record(visit.form(["email": "ann@new.example"], minute: 2))
        for typed in ["ann@old", "ann@new"] {
            var query = ContactQuery()
            query.search = typed
            #expect(try await site.crm.contacts.page(site.account, query).contacts.count == 1)
        }
    }

    @Test func `a name that was changed finds nobody any more`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        try await site.edit(ann, [.firstName: "Zoe"], at: .on(1))
        var query = ContactQuery()
        query.search = "ann"
        #expect(try await site.crm.contacts.count(site.account, query) == 0)
        query.search = "zoe"
        #expect(try await site.crm.contacts.count(site.account, query) == 1)
    }

    @Test func `a change writes the words that have come and gone, and leaves the others alone`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        try await site.record(visit.form(["email": "ann@example.com", "first_name": "Ann", "last_name": "Smith"]))
        #expect(try await words(of: site) == ["ann", "ann@example.com", "example.com", "smith"])
        // One that stays and is written again would be there again; one that has come is in nobody's way.
        try await site.house.database.write { connection in
            try connection.execute("delete from contact_terms where term = 'example.com'")
            try connection.execute(
                """
                insert into contact_terms (account_id, contact_id, term)
                select account_id, contact_id, 'jones' from contact_terms where term = 'ann'
                """)
        }
        try await site.record(visit.form(["email": "ann@example.com", "last_name": "Jones"], minute: 2))
        #expect(try await words(of: site) == ["ann", "ann@example.com", "jones"])
        try await site.record(visit.form(["email": "ann@new.example"], minute: 3))
        #expect(try await words(of: site) == ["ann", "ann@example.com", "ann@new.example", "jones", "new.example"])
    }

    private func words(of site: Site) async throws -> [String] {
        try await site.house.database.read { connection in
            try connection.rows("select term from contact_terms order by term").map { try $0["term"] }
        }
    }
}
