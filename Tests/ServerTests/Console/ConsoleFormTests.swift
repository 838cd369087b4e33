import CRM
import HummingbirdTesting
import Testing

@testable import Server

@Suite struct ConsoleFormTests {
    /// What the builder's page would send for these questions.
    private func builder(
        _ name: String, _ questions: [(label: String, target: String, type: String)], does what: String
    ) -> [(String, String)] {
        [
            ("name", name), ("do", what), ("after", "thanks"), ("thanks", "Merci"), ("submitLabel", "Go"),
            ("redirect", ""),
        ]
            + questions.enumerated().flatMap { index, question in
                [
                    ("rows[\(index)].label", question.label), ("rows[\(index)].target", question.target),
                    ("rows[\(index)].type", question.type),
                ]
            }
    }

    @Test func `a form is built without a script, button by button`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let forms = "\(server.root)/forms"
            #expect(try await person.open(forms).says("No form of your own yet"))
            let new = try await person.open("\(forms)/new")
            #expect(new.status == 200 && new.says("How can we help?"))
            try Golden.check("form-new", new.body)

            let two = [("Your e-mail", "property:email", "text"), ("Colour", "", "text")]
            let added = try await person.send(forms, builder("Ask", two, does: "add"))
            #expect(added.says("Field 3") && added.says("value=\"Your e-mail\""))
            let moved = try await person.send(forms, builder("Ask", two, does: "down:0"))
            let places = ["row-0-label", "row-1-label"].compactMap { moved.body.value(of: $0) }
            #expect(places == ["Colour", "Your e-mail"])
            let removed = try await person.send(forms, builder("Ask", two, does: "remove:1"))
            #expect(!removed.says("Field 2") && removed.says("value=\"Ask\""))
            for nonsense in ["up:0", "down:1", "remove:9", "up:-1", "up:x"] {
                _ = try await person.send(forms, builder("", two, does: nonsense))
            }
            #expect(try await server.crm.forms.all(server.account.id).isEmpty)

            let refused = try await person.send(forms, builder("", [("Colour", "", "select")], does: "save"))
            #expect(refused.status == 422 && refused.says("A form needs a name"))
            #expect(
                refused.says("needs at least one option") && refused.says("One per line; for lists and buttons only."))

            let saved = try await person.send(forms, builder("Ask", two, does: "save"))
            #expect(saved.status == 303)
            let stored = try #require(try await server.crm.forms.all(server.account.id).first)
            #expect(stored.definition.fields.map(\.name) == ["email", "colour"])
            #expect(stored.definition.fields.first?.type == .email)
            let edit = try await person.follow(saved)
            #expect(edit.says("https://leads.clinic.example/f/\(stored.id)"))
            #expect(edit.says("/js/form.js?id=\(stored.id)&quot;&gt;&lt;/script&gt;"))
            #expect(try await client.execute(uri: "/f/\(stored.id)", method: .get).status == .ok)

            _ = try await person.open("\(forms)/\(stored.id)/archive")
            let archived = try await person.send("\(forms)/\(stored.id)/archive")
            #expect(try await person.follow(archived).says("Form archived."))
            #expect(try await person.open("\(forms)/\(stored.id)").status == 404)
        }
    }

    @Test func `a question keeps its name when its label changes, so that what was mapped stays mapped`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let form = try await server.crm.forms.create(server.account.id, name: "Ask", now: server.now)
            let page = try await person.open("\(server.root)/forms/\(form.id)")
            #expect(page.says("name=\"rows[4].name\" value=\"message\""))
            let questions = [("E-mail", "property:email", "email"), ("What is it about?", "", "multi_line")]
            let answer = try await person.send(
                "\(server.root)/forms/\(form.id)",
                builder("Ask", questions, does: "save") + [("rows[1].name", "message")])
            #expect(answer.status == 303)
            let stored = try #require(try await server.crm.forms.form(form.id))
            #expect(stored.definition.fields.map(\.name) == ["email", "message"])
        }
    }

    @Test func `the list shows own forms and those seen on the website`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).everything()
            _ = try await server.crm.forms.create(server.account.id, name: "Ask", now: server.now)
            let page = try await server.person(client).open("\(server.root)/forms")
            for text in ["Ask", "Not yet", "Contact us", ">clinic.example/contact<"] {
                #expect(page.says(text), "\(text)")
            }
            try Golden.check("forms", page.body)
        }
    }
}

extension String {
    /// The value of the input with an id.
    fileprivate func value(of id: String) -> String? {
        guard let tag = split(separator: "<").first(where: { $0.hasPrefix("input") && $0.contains("id=\"\(id)\"") })
        else {
            return nil
        }
        return tag.firstMatch(of: /value="([^"]*)"/).map { String($0.1) }
    }
}
