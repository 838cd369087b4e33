import Attribution
import CRM
import Testing

@testable import Server

/// Previews, publications and revisions, as programs run them.
@Suite struct APIReplaysTests {
    private static let book = RuleBook(
        .classic,
        ownRules: [
            OwnRule(
                name: "Podcast", conditions: [OwnCondition(.parameter("utm_source"), .equals, "podcast")],
                source: .referral, subLabel: "Podcasts")
        ])

    /// A contact whose visit no classic rule covers.
    private static func contact(_ server: TestServer, _ api: APIClient) async throws -> String {
        var browser = Browser(trackingID: server.account.trackingID)
        browser.landing = "https://clinic.example/?utm_source=podcast"
        _ = try await browser.send(browser.form(["email": "jo@example.com"]), to: api.client)
        return try await server.contact("jo@example.com")?.contact.id.rawValue ?? ""
    }

    @Test func `rules are previewed, published as reviewed, and taken back`() async throws {
        let server = try await TestServer()
        let rules = "/locations/\(server.account.locationID)/attribution-rules"
        try await server.api { api in
            let contact = try await Self.contact(server, api)
            let draft = try await server.saveDraft(Self.book).version.rawValue
            let started = try await api.post("\(rules)/replays", ["kind": "preview"])
            #expect(started.status == 201 && started.text("state") == "queued")
            #expect(started.text("draftVersion") == draft && started.isNull("revision"))
            try await server.runReplays()
            let preview = try await api.get("\(rules)/replays/\(started.text("id") ?? "")")
            #expect(preview.text("state") == "done" && preview["first.moved"] as? Int == 1)
            #expect(preview.text("first.moves.0.from") == "others" && preview.text("first.moves.0.to") == "referral")
            #expect(preview.text("rules.0.number") == "own 1" && preview.text("samples.0.contactId") == contact)

            let stale = try await api.post("\(rules)/replays", ["kind": "publication", "reviewed": "another"])
            #expect(stale.status == 409)
            let order = ["kind": "publication", "reviewed": draft, "comment": "Podcasts"]
            let publication = try await api.post("\(rules)/replays", order)
            #expect(publication.status == 201 && publication["revision"] as? Int == 1)
            #expect(try await api.post("\(rules)/replays", order).status == 409)
            #expect(try await api.get("/contacts/\(contact)").isNull("contact.attributionWhy.first.secondOpinion"))
            try await server.runReplays()
            let current = try await api.get(rules)
            #expect(current["revision"] as? Int == 1 && current.text("comment") == "Podcasts")

            for path in ["/contacts/\(contact)", "/contacts/"] {
                let prefix = path == "/contacts/" ? "contacts.0" : "contact"
                let answer = try await api.get(path)
                let opinion = "\(prefix).attributionWhy.first.secondOpinion"
                #expect(answer.text("\(prefix).attributionSource.sessionSource") == "Others")
                #expect(answer.text("\(opinion).source") == "referral")
                #expect(answer.text("\(opinion).label") == "Referrals")
                #expect(answer.text("\(opinion).subLabel") == "Podcasts")
                #expect(answer.text("\(opinion).rule.number") == "own 1")
                #expect(answer["\(opinion).revision"] as? Int == 1)
            }
            let later = try await api.post("/contacts/", ["firstName": "Al"]).contactID
            #expect(try await api.get("/contacts/\(later)").isNull("contact.attributionWhy.first.secondOpinion"))

            let history = try await api.get("\(rules)/revisions")
            #expect(history["revisions.0.moved.contactsByFirst"] as? Int == 1)
            #expect(history["revisions.1.revision"] as? Int == 0)
            #expect(try await api.get("\(rules)/revisions?before=1")["revisions.1"] == nil)
            #expect(try await api.get("\(rules)/revisions?before=x").status == 422)
            let restored = try await api.post("\(rules)/revisions/0/restore", [:])
            #expect(restored.text("outcome") == "restored" && restored.isNull("replay"))
            #expect(try await api.post("\(rules)/revisions/0/restore", [:]).status == 409)
            #expect(try await api.get("/contacts/\(contact)").isNull("contact.attributionWhy.first.secondOpinion"))
        }
    }

    @Test func `a verdict that new rules lock says whose it is`() async throws {
        let server = try await TestServer()
        try await server.saveDraft(Self.book)
        _ = try await server.crm.rules.startPublication(server.account.id, comment: nil, by: "x", now: server.now)
        try await server.runReplays()
        try await server.api { api in
            let answer = try await api.get("/contacts/\(try await Self.contact(server, api))")
            let why = "contact.attributionWhy.first"
            #expect(answer.text("\(why).subLabel") == "Podcasts" && answer["\(why).revision"] as? Int == 1)
            #expect(answer.isNull("\(why).secondOpinion"))
        }
    }

    @Test func `what is not there is not found, and what makes no sense is refused`() async throws {
        let server = try await TestServer()
        let rules = "/locations/\(server.account.locationID)/attribution-rules"
        try await server.api { api in
            for path in ["/replays/none", "/replays/%00"] {
                #expect(try await api.get(rules + path).status == 404)
                #expect(try await api.delete(rules + path).status == 404)
            }
            for path in ["/revisions/7/restore", "/revisions/x/restore", "/revisions/-1/restore"] {
                #expect(try await api.post(rules + path, [:]).status == 404, "\(path)")
            }
            for body in [[:], ["kind": "both"], ["kind": "preview", "comment": ["x"]]] as [[String: Any]] {
                #expect(try await api.post("\(rules)/replays", body).status == 422, "\(body)")
            }
            let started = try await api.post("\(rules)/replays", ["kind": "preview"])
            let cancelled = try await api.delete("\(rules)/replays/\(started.text("id") ?? "")")
            #expect(cancelled.text("state") == "cancelled")
        }
    }
}
