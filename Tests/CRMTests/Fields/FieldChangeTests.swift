import CRM
import Testing

@Suite struct FieldChangeTests {
    private func names(_ site: Site, _ model: FieldModel = .contact) async throws -> [String] {
        try await site.crm.fields.all(site.account, of: model).filter { !$0.isBuiltIn }.map(\.name)
    }

    @Test func `a change keeps key, type and age, and is in the audit log`() async throws {
        let site = try await Site()
        let field = try await site.field("Budget")
        let changed = try await site.crm.fields.change(site.account, field.id, by: .command, now: .start + 5) {
            $0.name = "What you may spend"
            $0.placeholder = "In dollars"
            $0.note = "Asked at the desk"
        }
        #expect(changed.key == "contact.budget" && changed.name == "What you may spend")
        #expect(changed.createdAt == .start && changed.updatedAt == .start + 5)
        #expect(try await site.crm.fields.field(site.account, field.id) == changed)
        let log = try await site.crm.audit.entries(AuditQuery(account: site.account))
        #expect(log.contains { $0.action == .fieldChanged && $0.subject == "contact.budget" && $0.actor == .command })
    }

    @Test func `a field that every account has can be moved, and neither changed nor deleted`() async throws {
        let site = try await Site()
        let field = try #require(try await site.crm.fields.all(site.account).first)
        await #expect(throws: FieldError.builtIn) {
            _ = try await site.crm.fields.change(site.account, field.id, by: .server, now: .start) { $0.name = "Mine" }
        }
        await #expect(throws: FieldError.builtIn) {
            try await site.crm.fields.delete(site.account, field.id, by: .server, now: .start)
        }
        let moved = try await site.crm.fields.change(site.account, field.id, by: .server, now: .start) {
            $0.position = 99
        }
        #expect(moved.position == 99 && moved.derivedFrom == field.derivedFrom)
        #expect(try await site.crm.fields.all(site.account).last?.id == field.id)
    }

    @Test func `fields change places with their neighbours, within their folder`() async throws {
        let site = try await Site()
        let (a, b, c) = (try await site.field("A"), try await site.field("B"), try await site.field("C"))
        let folder = try await site.crm.fields.createFolder(
            site.account, name: "Medical", of: .contact, by: .server, now: .start)
        _ = try await site.crm.fields.change(site.account, b.id, by: .server, now: .start) { $0.folder = folder.id }
        try await site.crm.fields.move(site.account, c.id, up: true, by: .server, now: .start)
        #expect(try await names(site) == ["C", "B", "A"])
        try await site.crm.fields.move(site.account, b.id, up: true, by: .server, now: .start)
        #expect(try await names(site) == ["C", "B", "A"])
        try await site.crm.fields.move(site.account, a.id, up: false, by: .server, now: .start)
        #expect(try await names(site) == ["C", "B", "A"])
    }

    @Test func `a deleted folder leaves its fields`() async throws {
        let site = try await Site()
        let folder = try await site.crm.fields.createFolder(
            site.account, name: " Medical ", of: .contact, by: .server, now: .start)
        var draft = FieldDraft(name: "Allergy", type: .text)
        draft.folder = folder.id
        let field = try await site.crm.fields.create(site.account, draft, by: .server, now: .start)
        #expect(folder.name == "Medical" && field.folder == folder.id)
        try await site.crm.fields.deleteFolder(site.account, folder.id, by: .server, now: .start)
        #expect(try await site.crm.fields.field(site.account, field.id).folder == nil)
        #expect(try await site.crm.fields.folders(site.account).isEmpty)
    }

    @Test func `a folder is for the fields of one kind, and of one account`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Other")
        let deals = try await site.crm.fields.createFolder(
            site.account, name: "Deals", of: .opportunity, by: .server, now: .start)
        let foreign = try await site.crm.fields.createFolder(
            other.account, name: "Foreign", of: .contact, by: .server, now: .start)
        for folder in [deals, foreign] {
            var draft = FieldDraft(name: "X", type: .text)
            draft.folder = folder.id
            let wrong = draft
            await #expect(throws: FieldError.folder) {
                _ = try await site.crm.fields.create(site.account, wrong, by: .server, now: .start)
            }
        }
        await #expect(throws: NotFound.folder) {
            _ = try await site.crm.fields.renameFolder(
                site.account, foreign.id, to: "Mine", by: .server, now: .start)
        }
    }

    @Test func `fields of opportunities are no fields of contacts, and no form fills them`() async throws {
        let site = try await Site()
        let field = try await site.crm.fields.create(
            site.account, FieldDraft(name: "Budget", type: .text, model: .opportunity), by: .server, now: .start)
        #expect(field.key == "opportunity.budget" && !field.fillable)
        #expect(try await names(site).isEmpty)
        #expect(try await names(site, .opportunity) == ["Budget"])
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com", "budget": "9"]))
        #expect(try await site.contact().custom.isEmpty)
        // A field of contacts may have the same name.
        #expect(try await site.field("Budget").key == "contact.budget")
    }

    @Test(arguments: [
        ("contact.pet_name", "contact.pet_name"), ("Pet Name", "contact.pet_name"), ("pet", "contact.pet"),
    ])
    func `a client may wish a key`(wish: String, key: String) async throws {
        let site = try await Site()
        var draft = FieldDraft(name: "The animal's name", type: .text)
        draft.wishedKey = wish
        #expect(try await site.crm.fields.create(site.account, draft, by: .server, now: .start).key == key)
    }

    @Test func `another account's field is not there`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Other")
        let field = try await other.field("Secret")
        await #expect(throws: NotFound.field) { _ = try await site.crm.fields.field(site.account, field.id) }
        await #expect(throws: NotFound.field) {
            try await site.crm.fields.delete(site.account, field.id, by: .server, now: .start)
        }
        await #expect(throws: NotFound.field) {
            try await site.crm.fields.move(site.account, field.id, up: true, by: .server, now: .start)
        }
    }
}
