import Attribution
import CRM
import Foundation
import HummingbirdTesting
import Testing

@testable import Server

/// The reviewed difference: previewed, published, shown beside what is locked, taken back.
@Suite struct ConsoleReplayTests {
    private static let book = RuleBook(
        .classic,
        ownRules: [
            OwnRule(
                name: "Instagram offer", conditions: [OwnCondition(.landingPath, .equals, "/offer")],
                source: .paidSocial,
                subLabel: "Offer"),
            OwnRule(
                name: "Typed", after: "7", conditions: [OwnCondition(.referrerHost, .present, isNegated: true)],
                source: .others),
        ])

    @Test func `a draft is previewed over all history, published and taken back`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).everything()
            let person = try await server.person(client)
            let rules = "\(server.root)/rules"
            let base = try await server.saveDraft(Self.book).version.rawValue
            let started = try await person.send("\(rules)/replays", [("base", base)])
            let waiting = try await person.follow(started)
            #expect(waiting.says("Waiting to begin.") && waiting.says("data-refresh="))
            #expect(waiting.says("Look again how far it is") && !waiting.says("value=\"\(base)\""))
            #expect(try await person.open(rules).says("A preview of the draft is running."))
            try await server.runReplays()
            let preview = try await person.follow(started)
            #expect(preview.says("Done: nothing was changed by looking.") && !preview.says("data-refresh="))
            #expect(preview.says("href=\"#first-direct-others\"") && preview.says("id=\"first-direct-others\""))
            try Golden.check("rules-preview", preview.body)
            #expect(try await person.open("\(rules)/draft").says("A preview of this draft was made"))

            let page = try #require(started.location)
            let published = try await person.send("\(page)/publish", [("base", base), ("comment", "Offers <b>")])
            #expect(published.status == 303)
            #expect(try await person.follow(published).says("the old rules are in force yet") == false)
            #expect(try await server.crm.rules.book(server.account.id).revision == nil)
            try await server.runReplays()
            let done = try await person.follow(published)
            #expect(done.says("Published. The new rules are in force.") && done.says(" seen otherwise."))
            try Golden.check("rules", try await person.open(rules).body)
            let history = try await person.open("\(rules)/revisions")
            #expect(history.says("Offers &lt;b&gt;") && history.says("Built-in classic"))
            try Golden.check("rules-revisions", history.body)

            let ben = try #require(try await server.contact("ben@example.com")).contact.id
            let contact = try await person.open("\(server.root)/contacts/\(ben)")
            #expect(contact.says("Under the current rules (revision 1)") && contact.says("Own 2: Typed"))
            try Golden.check("contact-second-opinion", contact.body)

            let question = try await person.open("\(rules)/revisions/0/restore")
            #expect(question.says("Restore “Built-in classic”?") && question.says("so it takes no time"))
            let restored = try await person.send("\(rules)/revisions/0/restore")
            #expect(try await person.follow(restored).says("Restored. Its rules judge new visits from now on."))
            #expect(try await !person.open("\(server.root)/contacts/\(ben)").says("Under the current rules"))
            #expect(try await person.open("\(rules)/revisions/1/restore").says("Restore “Revision 1”?"))

            let asked = try await person.open("\(rules)/revisions/1/copy")
            #expect(asked.says("Copy “Revision 1” into the draft?"))
            let draft = try await server.crm.rules.draft(server.account.id)?.version.rawValue ?? ""
            let copied = try await person.send("\(rules)/revisions/1/copy", [("base", draft)])
            #expect(try await person.follow(copied).says("Draft saved."))
            #expect(try await server.crm.rules.draft(server.account.id)?.book.ownRules == Self.book.ownRules)
            #expect(try await person.open(rules).says("The draft has 2 own rules"))
        }
    }

    @Test func `what nobody can be linked to is told by its address, and a rule that catches nobody has its row`()
        async throws
    {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).everything()
            let person = try await server.person(client)
            var book = Self.book
            let nobody = [OwnCondition(.parameter("utm_source"), .equals, "flier")]
            book = RuleBook(
                .classic, ownRules: book.ownRules + [OwnRule(name: "Flyer", conditions: nobody, source: .others)])
            let base = try await server.saveDraft(book).version.rawValue
            let started = try await person.send("\(server.root)/rules/replays", [("base", base)])
            try await server.runReplays()
            let preview = try await person.follow(started)
            #expect(preview.says("Own 3") && preview.says("Catches nobody so far."))
            #expect(!preview.says("<a href=\"\">") && preview.says("Locked labels stay"))
        }
    }

    @Test func `only the draft that was previewed is published`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).benComes()
            let person = try await server.person(client)
            let base = try await server.saveDraft(Self.book).version.rawValue
            let started = try await person.send("\(server.root)/rules/replays", [("base", base)])
            let page = try #require(started.location)
            let early = try await person.send("\(page)/publish", [("base", base)])
            #expect(early.location == page)
            try await server.runReplays()
            #expect(try await person.open(page).says("What changes, and why"))
            try await server.saveDraft(.extended)
            let outdated = try await person.open(page)
            #expect(outdated.says("The draft has changed since this preview") && outdated.says("Preview again"))
            #expect(!outdated.says("What changes, and why"))
            let late = try await person.send("\(page)/publish", [("base", base), ("comment", "Late")])
            #expect(late.status == 409 && late.says("The draft has changed since it was reviewed."))
            #expect(try await server.crm.rules.history(server.account.id).isEmpty)
        }
    }

    @Test func `a replay is cancelled, and leaves nothing behind`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let base = try await server.saveDraft(Self.book).version.rawValue
            let started = try await person.send("\(server.root)/rules/replays", [("base", base)])
            let page = try #require(started.location)
            let cancelled = try await person.send("\(page)/cancel")
            #expect(try await person.follow(cancelled).says("Cancelled. Nothing was changed."))
            #expect(try await person.send("\(page)/publish", [("base", base)]).location == page)
            #expect(try await server.crm.rules.history(server.account.id).isEmpty)
        }
    }

    @Test func `a user follows a preview and is offered nothing to change`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).benComes()
            try await server.saveDraft(Self.book)
            let id = try await server.crm.rules.startPreview(server.account.id, by: "x", now: server.now)
            let person = try await server.person(client, role: .user)
            let page = "\(server.root)/rules/replays/\(id)"
            #expect(try await !person.open(page).says("Cancel"))
            try await server.runReplays()
            let done = try await person.open(page)
            #expect(done.says("1 of 1 contact would be seen otherwise.") && !done.says("<h2 id=\"publish\">"))
        }
    }
}

extension TestServer {
    /// Does what the server's own service would do in the background.
    func runReplays() async throws {
        while try await crm.rules.runOneChunk(now: now) {}
    }
}
