import Attribution
import CRM
import Foundation
import HTTPTypes
import Testing

@testable import Server

/// Attribution rules, as programs read, draft and test them.
@Suite struct APIRulesTests {
    private static let document = Data(RuleBookDocument(RuleFixtures.book).json.utf8)

    private static func rules(_ server: TestServer) -> String {
        "/locations/\(server.account.locationID)/attribution-rules"
    }

    @Test func `a draft is put, read and taken away, and what is in force stays`() async throws {
        let server = try await TestServer()
        let rules = Self.rules(server)
        try await server.api { api in
            #expect(try await api.get("\(rules)/draft").status == 404)
            let put = try await api.send(.put, "\(rules)/draft", Self.document)
            #expect(put.status == 200)
            #expect(put.text("updatedBy") == "Zap (API token)")
            #expect(put.text("document.rules.0.name") == "Podcast")
            let read = try await api.get("\(rules)/draft")
            #expect(read.text("version") == put.text("version"))
            let current = try await api.get(rules)
            #expect(current["revision"] as? Int == 0)
            #expect(current.text("document.ruleSet") == "classic")
            #expect(current.isNull("publishedAt") && current["document.rules.0"] == nil)
            #expect(try await api.delete("\(rules)/draft")["succeeded"] as? Bool == true)
            #expect(try await api.delete("\(rules)/draft").status == 404)
        }
    }

    @Test func `a draft in another state than the one named is not replaced`() async throws {
        let server = try await TestServer()
        let draft = "\(Self.rules(server))/draft"
        let first = try await server.saveDraft().version
        try await server.saveDraft(.extended)
        try await server.api { api in
            let refused = try await api.send(.put, "\(draft)?version=\(first)", Self.document)
            #expect(refused.status == 409)
            #expect(refused.text("message")?.contains("has changed") == true)
            let version = try await api.get(draft).text("version") ?? ""
            #expect(try await api.send(.put, "\(draft)?version=\(version)", Self.document).status == 200)
        }
    }

    @Test func `a document with mistakes is refused with every place`() async throws {
        let server = try await TestServer()
        let draft = "\(Self.rules(server))/draft"
        let document = """
            {"version": 1, "ruleSet": "modern", "rules": [{"name": "", "when": [{"is": "equals"}], "source": "x"}]}
            """
        try await server.api { api in
            let answer = try await api.send(.put, draft, Data(document.utf8))
            #expect(answer.status == 422)
            for place in ["ruleSet: ", "rules[0].name: ", "rules[0].source: ", "rules[0].when[0]: "] {
                #expect(answer.problems.contains { $0.hasPrefix(place) }, "\(place)")
            }
            for text in ["", "{", "[]", "null", "{\"version\":1}"] {
                let answer = try await api.send(.put, draft, Data(text.utf8))
                #expect(answer.status == 422 && !answer.problems.isEmpty, "\(text)")
            }
            let long = Data(repeating: UInt8(ascii: " "), count: 3 << 20)
            #expect(try await api.send(.put, draft, long).status == 413)
            #expect(try await server.crm.rules.draft(server.account.id) == nil)
        }
    }

    @Test func `a visit is judged by the rules in force, by the draft, or by a document`() async throws {
        let server = try await TestServer()
        let test = "\(Self.rules(server))/test"
        let visit = ["url": "https://clinic.example/?utm_source=podcast", "referrer": "https://blog.example/"]
        try await server.api { api in
            let current = try await api.post(test, visit)
            #expect(current.text("source") == "referral" && current.text("rule.number") == "7")
            #expect(current["steps.6.applies"] as? Bool == true && current["steps.0.applies"] as? Bool == false)
            #expect(current.isNull("subLabel"))
            #expect(current.text("nearestChange.text")?.isEmpty == false && current["otherChanges"] is [Any])
            #expect(try await api.post(test, visit.merging(["book": "draft"]) { $1 }).status == 404)
            try await server.saveDraft()
            let draft = try await api.post(test, visit.merging(["book": "draft"]) { $1 })
            #expect(draft.text("rule.number") == "own 1" && draft.text("subLabel") == "Podcasts")
            var body: [String: Any] = visit
            body["book"] = try JSONSerialization.jsonObject(with: Self.document)
            let document = try await api.post(test, body)
            #expect(document.text("rule.name") == "Podcast" && document.text("ruleSet") == "extended")
            #expect(document.text("sentence")?.isEmpty == false)
        }
    }

    @Test func `a wish to test that says nothing sensible is refused by name`() async throws {
        let server = try await TestServer()
        let test = "\(Self.rules(server))/test"
        try await server.api { api in
            for body in [
                [:], ["url": "clinic.example"], ["url": ["x"]], ["url": "https://a.example/", "referrer": ["x": 1]],
                ["url": "https://a.example/", "book": "old"], ["url": "https://a.example/", "book": 3],
            ] as [[String: Any]] {
                let answer = try await api.post(test, body)
                #expect(answer.status == 422 && !answer.problems.isEmpty, "\(body)")
            }
            let answer = try await api.post(test, ["url": "https://a.example/", "book": ["version": 2]])
            #expect(answer.problems.contains { $0.hasPrefix("book.") })
            #expect(try await api.send(.post, test, Data("{".utf8)).status == 400)
        }
    }

    @Test func `each scope opens its own half, and another account's rules stay closed`() async throws {
        let server = try await TestServer()
        let rules = Self.rules(server)
        let reading = try await server.makeToken([.readRules])
        let writing = try await server.makeToken([.writeRules])
        let contacts = try await server.makeToken([.readContacts, .writeContacts])
        let other = try await server.crm.accounts.create(name: "Other", domains: [], now: server.now)
        let foreign = try await server.crm.tokens.create(
            other.id, name: "Other", scopes: Set(Token.Scope.allCases), now: server.now
        ).secret
        try await server.saveDraft()
        let replay = try await server.crm.rules.startPreview(server.account.id, by: "x", now: server.now)
        let requests: [(method: HTTPRequest.Method, path: String, isChange: Bool)] = [
            (.get, "", false), (.get, "/draft", false), (.post, "/test", false), (.get, "/revisions", false),
            (.get, "/replays/\(replay)", false), (.put, "/draft", true), (.post, "/replays", true),
            (.post, "/revisions/0/restore", true), (.delete, "/replays/\(replay)", true), (.delete, "/draft", true),
        ]
        try await server.test { client in
            for request in requests {
                for (token, isLetIn) in [
                    (reading, !request.isChange), (writing, request.isChange), (contacts, false), (foreign, false),
                ] {
                    let api = APIClient(client: client, token: token)
                    let answer = try await api.send(
                        request.method, rules + request.path, request.method == .get ? nil : Data("{}".utf8))
                    #expect((answer.status == 403) == !isLetIn, "\(request.method) \(request.path)")
                }
            }
            let stranger = APIClient(client: client, token: foreign)
            let theirs = "/locations/\(other.locationID)/attribution-rules/replays/\(replay)"
            #expect(try await stranger.get(theirs).status == 404)
            #expect(try await stranger.delete(theirs).status == 404)
        }
    }
}
