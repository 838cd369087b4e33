import CRM
import Foundation
import HummingbirdTesting
import Testing

@testable import Server

/// Notes on a contact's page.
@Suite struct ConsoleNoteTests {
    @Test func `a note is written, changed and deleted on the timeline, and programs see the same`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).benComes()
            let ben = try #require(try await server.contact("ben@example.com")).contact.id
            let here = "\(server.root)/contacts/\(ben)"
            let person = try await server.person(client)
            let saved = try await person.send("\(here)/notes", [("note", "Called <back>")])
            #expect(try await person.follow(saved).says("Note saved."))
            #expect(try await person.open(here).says("Called &lt;back&gt;"))
            let note = try #require(try await server.crm.notes.list(server.account.id, of: ben).first)
            #expect(note.author == "admin@clinic.example")
            #expect(note.user?.rawValue == "admin@clinic.example")

            try await person.send("\(here)/notes/\(note.id)", [("note", "Called twice")])
            let page = try await person.open(here)
            #expect(page.says("Called twice") && !page.says("Called &lt;back&gt;"))

            #expect(try await person.open("\(here)/notes/\(note.id)/delete").says("Delete this note?"))
            let deleted = try await person.send("\(here)/notes/\(note.id)/delete")
            #expect(try await person.follow(deleted).says("Note deleted."))
            #expect(try await server.crm.notes.list(server.account.id, of: ben).isEmpty)
        }
    }

    @Test func `an empty note is not saved, and a note of another contact is not there`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).everything()
            let ben = try #require(try await server.contact("ben@example.com")).contact.id
            let other = try #require(try await server.contact("mallory@example.com")).contact.id
            let person = try await server.person(client)
            let here = "\(server.root)/contacts/\(ben)"
            let empty = try await person.send("\(here)/notes", [("note", " ")])
            #expect(try await person.follow(empty).says("Not saved: a note has 1 to 50,000 characters."))
            try await person.send("\(here)/notes", [("note", "Mine")])
            let note = try #require(try await server.crm.notes.list(server.account.id, of: ben).first)
            let there = "\(server.root)/contacts/\(other)/notes/\(note.id)"
            #expect(try await person.send(there, [("note", "Theirs")]).status == 404)
            #expect(try await person.open("\(there)/delete").status == 404)
            #expect(try await person.send("\(there)/delete").status == 404)
        }
    }
}
