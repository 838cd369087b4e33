import Attribution
import CRM
import HummingbirdTesting
import Testing

@testable import Server

/// The rules' pages as an administrator goes through them, without a script.
@Suite struct ConsoleRulesTests {
    @Test func `an account that has no rules of its own is told what there is`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let page = try await person.open("\(server.root)/rules")
            #expect(page.says("No own rules yet") && page.says("the classic rules decide alone"))
            try Golden.check("rules-none", page.body)
            let order = try await person.open("\(server.root)/rules/order")
            #expect(order.says("The visitor came from a known search engine."))
            try Golden.check("rules-order", order.body)
            #expect(try await person.open("\(server.root)/rules/revisions").says("Nothing was published yet"))
        }
    }

    @Test func `rules are written, moved, copied and removed in the draft, and nothing live changes`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let draft = "\(server.root)/rules/draft"
            let empty = try await person.open(draft)
            #expect(empty.says("No draft yet") && empty.base.isEmpty)
            let new = try await person.open("\(draft)/rules/new")
            try Golden.check("rule-new", new.body)

            let added = try await person.send(
                "\(draft)/rules/new", RuleFixtures.editor(RuleFixtures.podcast, base: new.base))
            #expect(added.status == 303 && added.location == "\(draft)#rule-1")
            var page = try await person.follow(added)
            #expect(page.says("Draft saved. Nothing changes until you publish it."))
            let second = try await person.send(
                "\(draft)/rules/new", RuleFixtures.editor(RuleFixtures.partner, base: page.base))
            page = try await person.follow(second)
            try Golden.check("rules-draft", page.body)

            for (word, names) in [
                ("duplicate:1", ["Podcast", "Podcast (2)", "Partner sites"]),
                ("up:2", ["Podcast (2)", "Podcast", "Partner sites"]),
                ("down:1", ["Podcast", "Podcast (2)", "Partner sites"]), ("remove:2", ["Podcast", "Partner sites"]),
            ] {
                page = try await person.follow(
                    try await person.send(draft, [("base", page.base), ("do", word)]))
                let stored = try await server.crm.rules.draft(server.account.id)
                #expect(stored?.book.ownRules.map(\.name) == names, "\(word)")
            }
            page = try await person.follow(
                try await person.send(draft, [("base", page.base), ("do", "set"), ("ruleSet", "extended")]))
            #expect(try await server.crm.rules.draft(server.account.id)?.book == RuleFixtures.book)
            #expect(try await server.crm.rules.book(server.account.id).ownRules.isEmpty)
            #expect(try await person.open("\(server.root)/rules").says("A draft waits"))
        }
    }

    @Test func `a rule is edited in place, button by button`() async throws {
        let server = try await TestServer()
        try await server.saveDraft()
        try await server.test { client in
            let person = try await server.person(client)
            let path = "\(server.root)/rules/draft/rules/2"
            let page = try await person.open(path)
            #expect(page.says("*.partner.example") && page.says("value=\"Partner sites\""))
            var rule = RuleFixtures.partner
            let longer = try await person.send(
                path, RuleFixtures.editor(rule, base: page.base, does: "add"))
            #expect(longer.says("Condition 3") && longer.says("autofocus"))
            let shorter = try await person.send(
                path, RuleFixtures.editor(rule, base: page.base, does: "remove:0"))
            #expect(!shorter.says("*.partner.example") && !shorter.says("Condition 2"))
            #expect(try await server.crm.rules.draft(server.account.id)?.book == RuleFixtures.book)

            rule.name = " "
            rule.conditions[0].value = ""
            let refused = try await person.send(path, RuleFixtures.editor(rule, base: page.base))
            #expect(refused.status == 422)
            #expect(refused.says("<a href=\"#when-0-value\">The value of condition 1 must not be empty.</a>"))
            try Golden.check("rule-refused", refused.body)
            rule = RuleFixtures.partner
            rule.name = "Partners"
            let saved = try await person.send(path, RuleFixtures.editor(rule, base: page.base))
            #expect(saved.location == "\(server.root)/rules/draft#rule-2")
            #expect(try await server.crm.rules.draft(server.account.id)?.book.ownRules[1].name == "Partners")
        }
    }

    @Test func `a draft that somebody else changed meanwhile is not overwritten`() async throws {
        let server = try await TestServer()
        try await server.saveDraft()
        try await server.test { client in
            let person = try await server.person(client)
            let draft = "\(server.root)/rules/draft"
            let page = try await person.open(draft)
            try await server.saveDraft(RuleBook(.classic, ownRules: [RuleFixtures.partner]))
            let answers = [
                try await person.send(draft, [("base", page.base), ("do", "duplicate:1")]),
                try await person.send("\(draft)/rules/1", RuleFixtures.editor(RuleFixtures.podcast, base: page.base)),
                try await person.send("\(draft)/discard", [("base", page.base)]),
            ]
            for answer in answers {
                #expect(answer.status == 409)
                #expect(answer.says("The draft has changed since you opened it."))
            }
            #expect(
                try await server.crm.rules.draft(server.account.id)?.book.ownRules == [RuleFixtures.partner])
            let preview = try await person.send("\(server.root)/rules/replays", [("base", page.base)])
            #expect(try await person.follow(preview).says("The draft has changed meanwhile."))
        }
    }

    @Test func `a set that an own rule cannot stand in is refused with the rule's name`() async throws {
        let server = try await TestServer()
        var rule = RuleFixtures.podcast
        rule.after = "4a"
        try await server.saveDraft(RuleBook(.extended, ownRules: [rule]))
        try await server.test { client in
            let person = try await server.person(client)
            let draft = "\(server.root)/rules/draft"
            let page = try await person.open(draft)
            let answer = try await person.send(draft, [("base", page.base), ("do", "set"), ("ruleSet", "classic")])
            #expect(answer.status == 422)
            #expect(answer.says("<a href=\"#rule-1\">Own rule 1: The classic rules have no number “4a”"))
        }
    }

    @Test func `a draft is discarded after a question`() async throws {
        let server = try await TestServer()
        try await server.saveDraft()
        try await server.test { client in
            let person = try await server.person(client)
            let discard = "\(server.root)/rules/draft/discard"
            let question = try await person.open(discard)
            #expect(question.says("Discard the draft?"))
            let done = try await person.send(discard, [("base", question.base)])
            #expect(try await person.follow(done).says("Draft discarded."))
            #expect(try await server.crm.rules.draft(server.account.id) == nil)
            #expect(try await person.open(discard).location == "\(server.root)/rules/draft")
        }
    }
}
