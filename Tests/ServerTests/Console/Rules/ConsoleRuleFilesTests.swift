import Attribution
import CRM
import HummingbirdTesting
import NIOCore
import Testing

@testable import Server

/// Rule books that are exported and imported.
@Suite struct ConsoleRuleFilesTests {
    @Test func `what was exported can be imported, and becomes the draft`() async throws {
        let server = try await TestServer()
        try await server.saveDraft()
        try await server.test { client in
            let person = try await server.person(client)
            let exported = try await person.open("\(server.root)/rules/draft/export")
            #expect(exported.headers[.contentType] == "application/json; charset=utf-8")
            #expect(exported.headers[.contentDisposition] == "attachment; filename=\"rules-draft.json\"")
            try await server.saveDraft(.classic)
            let page = try await person.open("\(server.root)/rules/import")
            #expect(page.says("There is a draft, saved by ada@clinic.example"))
            let taken = try await person.send(
                "\(server.root)/rules/import", [("file", ""), ("document", "\u{FEFF}" + exported.body)])
            #expect(try await person.follow(taken).says("Imported into the draft."))
            #expect(try await server.crm.rules.draft(server.account.id)?.book == RuleFixtures.book)
            #expect(try await server.crm.rules.book(server.account.id) == .classic)
        }
    }

    @Test func `a file that is sent wins over a text that is pasted`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let file = RuleBookDocument(RuleFixtures.book).json
            let parts = [
                ("name=\"csrf\"", person.token),
                ("name=\"file\"; filename=\"rules.json\"\r\nContent-Type: application/json", file),
                ("name=\"document\"", "{}"),
            ]
            let body =
                parts.map { "--x\r\nContent-Disposition: form-data; \($0.0)\r\n\r\n\($0.1)\r\n" }.joined() + "--x--\r\n"
            let cookies = person.cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
            let answer = try await client.execute(
                uri: "\(server.root)/rules/import", method: .post,
                headers: [.contentType: "multipart/form-data; boundary=x", .cookie: cookies],
                body: ByteBuffer(string: body))
            #expect(answer.status == .seeOther)
            #expect(try await server.crm.rules.draft(server.account.id)?.book == RuleFixtures.book)
        }
    }

    @Test func `every problem of a document is listed with its place, and the draft stays`() async throws {
        let server = try await TestServer()
        let before = try await server.saveDraft()
        let document = """
            {"version": 1, "ruleSet": "classic", "rules": [
             {"name": "", "when": [{"parameter": "a", "is": "equals", "value": ""}], "source": "radio"},
             {"name": "B", "when": [], "source": "direct", "after": "9"}]}
            """
        try await server.test { client in
            let person = try await server.person(client)
            let answer = try await person.send("\(server.root)/rules/import", [("document", document)])
            #expect(answer.status == 422)
            let places = [
                "rules[0].name", "rules[0].when[0].value", "rules[0].source", "rules[1].when", "rules[1].after",
            ]
            for place in places {
                #expect(answer.says("\(place): "), "\(place)")
            }
            try Golden.check("rules-import-refused", answer.body)
            for (text, message) in [("", "Choose a file or paste one."), ("{", "line 1, column"), ("[]", "document: ")]
            {
                let answer = try await person.send("\(server.root)/rules/import", [("document", text)])
                #expect(answer.status == 422 && answer.says(message), "\(text)")
            }
            #expect(try await server.crm.rules.draft(server.account.id)?.version == before.version)
        }
    }
}
