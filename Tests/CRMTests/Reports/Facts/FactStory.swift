import Attribution
import CRM
import Testing

/// An account with everything that reports count: Ann, who came by an ad and again, Bob, who came from a podcast, a
/// stranger, a form that waits, and two opportunities.
struct FactStory: Sendable {
    static let ad =
        "https://clinic.example/offer?utm_source=adwords&utm_campaign=Spring&campaign_id=7&gclid=x&utm_content=%7Bad%7D"

    let site: Site
    let anns: VisitorID
    let ann: ContactID
    let bob: ContactID
    let second: CaptureEvent
    let held: CaptureEvent
    let budget: FieldID
    let open: OpportunityID
    let won: OpportunityID

    init(in house: House? = nil) async throws {
        if let house { site = try await Site(in: house, name: "Second") } else { site = try await Site() }
        budget = try await site.field("Budget").id
        anns = site.browser()
        let first = site.visit(anns, to: Self.ad, at: .on(0))
        try await site.record(first.page(), first.form(["email": "ann@example.com", "budget": "100"]))
        ann = try await site.contact(.email, "ann@example.com").contact.id
        let again = site.visit(site.browser(), from: "https://www.google.com/", at: .on(1))
        second = again.form(["email": "ann@example.com", "city": "Graz"])
        try await site.record(again.page(), second)
        let podcast = site.visit(
            site.browser(), to: "https://clinic.example/Botox?utm_source=podcast&utm_campaign=spring", at: .on(2))
        try await site.record(podcast.page(), podcast.ownForm(["email": "bob@example.com"], source: "Radio"))
        bob = try await site.contact(.email, "bob@example.com").contact.id
        try await site.record(site.visit(site.browser(), from: "https://blog.example/", at: .on(2)).page())
        let doubtful = site.visit(site.browser(), to: Self.ad, at: .on(3))
        held = doubtful.form(["email": "held@example.com"], suspicion: .bot)
        try await site.record(doubtful.page(), held)
        var edit = ContactEdit()
        edit.tags = ["vip"]
        try await site.crm.contacts.update(site.account, ann, edit, by: site.owner, now: .on(3))
        open = try await site.opportunity(bob, at: .on(4)) { $0.amount = 300 }
        won = try await site.opportunity(ann, at: .on(4)) { $0.amount = 1_000 }
        try await site.change(won, at: .on(5)) { $0.status = .won }
    }

    @discardableResult
    func merge() async throws -> ContactMerge {
        try await site.crm.merging.merge(
            site.account, bob, into: ann, by: "owner@clinic.example", actor: .server, now: .on(8))
    }

    func importContacts() async throws {
        let text = """
            First Name,Email,Tags,Created,Budget\r
            Cleo,cleo@example.com,"vip, spring",2024-03-01T10:00:00Z,70\r
            Ann,ann@example.com,winter,2024-03-01T10:00:00Z,80\r

            """
        let file = ImportFile(name: "leads.csv", format: .csv, bytes: Array(text.utf8))
        _ = try await site.crm.imports.run(
            Imports.Wish(account: site.account, file: file, duplicates: .update, again: false), by: .command,
            now: .on(8), report: { _ in }, progress: { _ in })
    }
}
