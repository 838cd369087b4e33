import CRM
import Foundation
import Testing

@testable import Server

/// Notes on contacts, for programs.
@Suite struct APINotesTests {
    @Test func `a note is written, listed, changed and deleted`() async throws {
        let server = try await TestServer()
        let kim = try await server.makeUser()
        try await server.api { api in
            let contact = try await api.post("/contacts/", ["email": "ann@example.com"]).contactID
            let made = try await api.post(
                "/contacts/\(contact)/notes",
                ["body": "Called back", "title": "Call", "color": "#FFAA00", "pinned": true, "userId": kim])
            #expect(made.status == 201)
            let id = try #require(made.text("note.id"))
            #expect(made.text("note.contactId") == contact)
            #expect(made.text("note.userId") == kim)
            #expect(made.text("note.dateAdded") == "2026-11-02T09:00:00.000Z")
            let changed = try await api.put(
                "/contacts/\(contact)/notes/\(id)", ["body": "Called twice", "color": NSNull()])
            #expect(changed.status == 200)
            #expect(changed.text("note.body") == "Called twice")
            #expect(changed.text("note.title") == "Call")
            #expect(changed.isNull("note.color"))
            #expect(try await api.get("/contacts/\(contact)/notes/\(id)").text("note.body") == "Called twice")
            #expect(try await api.get("/contacts/\(contact)/notes").text("notes.0.id") == id)
            let gone = try await api.delete("/contacts/\(contact)/notes/\(id)")
            #expect(gone.status == 200)
            #expect(gone["succeded"] as? Bool == true)
            #expect(try await api.get("/contacts/\(contact)/notes/\(id)").status == 404)
            #expect((try await api.get("/contacts/\(contact)/notes")["notes"] as? [Any])?.isEmpty == true)
        }
    }

    @Test func `the note of a person in the console is the note that programs list`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let api = APIClient(client: client, token: try await server.makeToken())
            let contact = try await api.post("/contacts/", ["email": "ann@example.com"]).contactID
            let person = try await server.person(client)
            let page = "\(server.root)/contacts/\(contact)"
            try await person.open(page)
            try await person.send("\(page)/notes", [("note", "From the console")])
            let notes = try await api.get("/contacts/\(contact)/notes")
            #expect(notes.text("notes.0.body") == "From the console")
            #expect(notes.text("notes.0.userId") == "admin@clinic.example")
        }
    }

    @Test func `wrong ids are not found, and bad bodies are refused by name`() async throws {
        try await TestServer().api { api in
            let contact = try await api.post("/contacts/", ["email": "ann@example.com"]).contactID
            let other = try await api.post("/contacts/", ["email": "bob@example.com"]).contactID
            let note = try #require(
                try await api.post("/contacts/\(contact)/notes", ["body": "Mine"]).text("note.id"))
            for path in ["\(other)/notes/\(note)", "\(contact)/notes/nothing", "nobody/notes/\(note)"] {
                #expect(try await api.get("/contacts/\(path)").status == 404, "\(path)")
                #expect(try await api.put("/contacts/\(path)", ["body": "x"]).status == 404, "\(path)")
                #expect(try await api.delete("/contacts/\(path)").status == 404, "\(path)")
            }
            #expect(try await api.get("/contacts/nobody/notes").status == 404)
            #expect(try await api.post("/contacts/nobody/notes", ["body": "x"]).status == 404)
            let bad: [([String: Any], String)] = [
                ([:], "body"), (["body": ["x"]], "body"), (["body": " "], "body"),
                (["body": "x", "color": "red"], "color"), (["body": "x", "pinned": "perhaps"], "pinned"),
                (["body": "x", "userId": "nobody"], "userId"),
            ]
            for (body, field) in bad {
                let answer = try await api.post("/contacts/\(contact)/notes", body)
                #expect(answer.status == 422, "\(body)")
                #expect(answer.problems.first?.hasPrefix(field) == true, "\(answer.problems)")
            }
        }
    }

    @Test func `a long list goes on behind its last note`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            let contact = try await api.post("/contacts/", ["email": "ann@example.com"]).contactID
            for number in 1...3 {
                server.advance(by: 1_000)
                _ = try await api.post("/contacts/\(contact)/notes", ["body": "Note \(number)"])
            }
            let first = try await api.get("/contacts/\(contact)/notes?limit=2")
            #expect(first.text("notes.1.body") == "Note 2")
            let last = try #require(first.text("notes.1.id"))
            let second = try await api.get("/contacts/\(contact)/notes?limit=2&startAfterId=\(last)")
            #expect(second.text("notes.0.body") == "Note 1")
            #expect(second["notes.1"] == nil)
        }
    }
}
