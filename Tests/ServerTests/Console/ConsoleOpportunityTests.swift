import CRM
import Foundation
import HummingbirdTesting
import Testing

@testable import Server

/// The board, an opportunity's page, and the settings of pipelines.
@Suite struct ConsoleOpportunityTests {
    /// Ana and Ben, each with an opportunity; Ben's is won.
    private func story(_ server: TestServer, _ client: any TestClientProtocol) async throws -> [Opportunity] {
        try await Story(server: server, client: client).anaComes()
        try await Story(server: server, client: client).benComes()
        var made: [Opportunity] = []
        for (email, name, amount) in [("ana@example.com", "Laser <b>", 1_500), ("ben@example.com", "Botox", 360)] {
            var edit = OpportunityEdit()
            edit.contact = try #require(try await server.contact(email)).contact.id
            (edit.name, edit.amount) = (name, .init(amount))
            edit.status = email.hasPrefix("ben") ? .won : .open
            let id = try await server.crm.opportunities.create(
                server.account.id, edit, by: .person(email: "owner@clinic.example"), now: server.now)
            made.append(try await server.crm.opportunities.detail(server.account.id, id).opportunity)
        }
        return made
    }

    @Test func `the board shows each stage with what it is worth, and where each lead came from`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            _ = try await story(server, client)
            let person = try await server.person(client)
            let page = try await person.open("\(server.root)/opportunities")
            #expect(page.status == 200)
            for text in [
                "New lead", "Proposal sent", "$1,500.00", "Laser &lt;b&gt;", "source-paid_search", "1 opportunity",
            ] {
                #expect(page.says(text), "\(text)")
            }
            #expect(!page.says("Botox"))
            try Golden.check("opportunities", page.body)
            let all = try await person.open("\(server.root)/opportunities?status=all")
            #expect(all.says("Botox") && all.says("$1,860.00"))
        }
    }

    @Test(arguments: [
        ("status=won", ["Botox"]), ("status=all&first=paid_search", ["Laser"]), ("q=ana", ["Laser"]),
        ("status=all&q=nobody", []), ("owner=nobody", []), ("pipeline=gone", ["Laser"]),
        ("stage=gone&after=junk", []), ("status=all&latest=direct", ["Botox"]),
    ])
    func `filters find, and what is not understood is left out`(query: String, names: [String]) async throws {
        let server = try await TestServer()
        try await server.test { client in
            _ = try await story(server, client)
            let page = try await server.person(client).open("\(server.root)/opportunities?\(query)")
            #expect(page.status == 200)
            for name in ["Laser", "Botox"] { #expect(page.says(">\(name)") == names.contains(name), "\(name)") }
        }
    }

    @Test func `a card moves by its form and leads back to the board`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let laser = try #require(try await story(server, client).first)
            let stages = try await server.crm.pipelines.all(server.account.id)[0].stages
            let person = try await server.person(client)
            let board = "\(server.root)/opportunities?q=ana"
            try await person.open(board)
            let path = "\(server.root)/opportunities/\(laser.id)"
            let moved = try await person.send(path + "/move", [("stage", stages[2].id.rawValue), ("back", board)])
            #expect(moved.location == "\(board)#deal-\(laser.id)")
            #expect(try await person.follow(moved).says("Moved."))
            let detail = try await server.crm.opportunities.detail(server.account.id, laser.id)
            #expect(detail.opportunity.stage == stages[2].id)
            let away = try await person.send(path + "/move", [("stage", "gone"), ("back", "https://evil.example/")])
            #expect(away.location == "\(server.root)/opportunities")
        }
    }

    @Test func `a page of an opportunity edits it, and says how it came out`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let laser = try #require(try await story(server, client).first)
            let person = try await server.person(client)
            let path = "\(server.root)/opportunities/\(laser.id)"
            let page = try await person.open(path)
            #expect(page.says("source-paid_search") && page.says("Created"))
            try Golden.check("opportunity", page.body)
            let wrong = try await person.send(path, [("name", "Laser"), ("value", "much")])
            #expect(wrong.status == 422 && wrong.says("Write the value as a number") && wrong.says("value=\"much\""))
            let saved = try await person.send(
                path, [("name", "Laser"), ("value", "2,000.50"), ("owner", ""), ("closes_on", "2026-12-24")])
            #expect(try await person.follow(saved).says("$2,000.50"))
            try await server.crm.pipelines.addLostReason(
                server.account.id, name: "Too dear", by: .command, now: server.now)
            let reason = try #require(try await server.crm.pipelines.lostReasons(server.account.id).first)
            let lost = try await person.send(path + "/status", [("status", "lost"), ("reason", reason.id.rawValue)])
            #expect(try await person.follow(lost).says("Too dear"))
            #expect(try await person.open(path).says("Reopen"))
            #expect(try await person.open(path + "/delete").says("Delete “Laser”?"))
            let deleted = try await person.send(path + "/delete")
            #expect(try await person.follow(deleted).says("Opportunity deleted."))
            #expect(try await person.open(path).status == 404)
        }
    }

    @Test func `an opportunity is added from the contact's record, or after a search`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            _ = try await story(server, client)
            let person = try await server.person(client)
            let ana = try #require(try await server.contact("ana@example.com")).contact.id
            let record = try await person.open("\(server.root)/contacts/\(ana)")
            #expect(record.says("/opportunities/new?contact=\(ana)") && record.says("$1,500.00"))
            let found = try await person.open("\(server.root)/opportunities/new?q=ana")
            #expect(found.says("/opportunities/new?contact=\(ana)"))
            let form = try await person.open("\(server.root)/opportunities/new?contact=\(ana)")
            #expect(form.says("Ana Fernández"))
            let made = try await person.send(
                "\(server.root)/opportunities",
                [("contact", ana.rawValue), ("name", "Facial"), ("value", "165"), ("currency", "EUR")])
            #expect(try await person.follow(made).says("€165.00"))
            let nameless = try await person.send(
                "\(server.root)/opportunities", [("contact", ana.rawValue), ("name", " ")])
            #expect(nameless.status == 422)
            #expect(try await person.open("\(server.root)/opportunities/new?contact=nobody").status == 404)
        }
    }

    @Test func `pipelines are kept in the settings, by administrators`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let laser = try #require(try await story(server, client).first)
            let person = try await server.person(client)
            let path = "\(server.root)/settings/pipelines"
            try Golden.check("settings-pipelines", try await person.open(path).body)
            let first = try await server.crm.pipelines.all(server.account.id)[0]
            let here = "\(path)/\(first.id)"
            try await person.send("\(here)/stages", [("name", "Paid"), ("probability", "95")])
            try await person.send(
                "\(here)/stages/\(first.stages[1].id)", [("name", "Called"), ("probability", "")])
            try await person.send("\(here)/stages/\(first.stages[3].id)/move", [("direction", "up")])
            #expect(try await person.send("\(here)/stages", [("name", "Paid")]).says("There is “Paid” already."))
            let ask = try await person.open("\(here)/stages/\(laser.stage)/remove")
            #expect(ask.says("2 opportunities must go somewhere else.") && ask.says("Sales: Called"))
            #expect(try await person.send("\(here)/stages/\(laser.stage)/remove").status == 422)
            try await person.send(
                "\(here)/stages/\(laser.stage)/remove", [("target", first.stages[1].id.rawValue)])
            try await person.send("\(path)/currency", [("currency", "EUR")])
            try await person.send("\(path)/reasons", [("name", "Too dear")])
            try await person.send(path, [("name", "Memberships"), ("stages", "Trial\r\nMember")])
            let all = try await server.crm.pipelines.all(server.account.id)
            #expect(all.map(\.name) == ["Sales", "Memberships"])
            #expect(all[0].stages.map(\.name) == ["Called", "Proposal sent", "Consult booked", "Paid"])
            #expect(all[1].stages.map(\.name) == ["Trial", "Member"])
            #expect(try await server.crm.pipelines.currency(server.account.id).rawValue == "EUR")
            let user = try await server.person(client, role: .user)
            #expect(try await user.open(path).status == 200)
            #expect(try await user.send("\(path)/currency", [("currency", "USD")]).status == 403)
        }
    }
}
