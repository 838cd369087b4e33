import CRM
import Foundation
import HummingbirdTesting
import Testing

@testable import Server

/// Tasks on a contact's page.
@Suite struct ConsoleTaskTests {
    @Test func `a task is added, ticked off, opened again, changed and deleted`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).benComes()
            let ben = try #require(try await server.contact("ben@example.com")).contact.id
            let here = "\(server.root)/contacts/\(ben)"
            let person = try await server.person(client)
            #expect(try await person.open(here).says("Add a task"))
            let added = try await person.send(
                "\(here)/tasks",
                [
                    ("title", "Call Ben"), ("due", "2026-11-01T09:30"), ("assignedTo", "admin@clinic.example"),
                    ("body", "Ask for <Tuesday>"),
                ])
            #expect(try await person.follow(added).says("Task saved."))
            let page = try await person.open(here)
            for text in ["Call Ben", "Overdue", "1 open", "Ask for &lt;Tuesday&gt;", "value=\"2026-11-01T09:30\""] {
                #expect(page.says(text), "\(text)")
            }
            let task = try #require(try await server.crm.tasks.list(server.account.id, of: ben).first)
            #expect(task.assignedTo?.rawValue == "admin@clinic.example")
            #expect(task.author == "admin@clinic.example")
            #expect(task.dueAt.iso8601 == "2026-11-01T09:30:00.000Z")

            let path = "\(here)/tasks/\(task.id)"
            let done = try await person.send("\(path)/done", [("done", "true")])
            let ticked = try await person.follow(done)
            #expect(ticked.says("Task done.") && !ticked.says("1 open") && !ticked.says("Overdue"))
            try await person.send("\(path)/done", [("done", "false")])
            try await person.send(path, [("title", "Write to Ben"), ("due", "2026-11-20T10:00"), ("assignedTo", "")])
            let changed = try await server.crm.tasks.task(server.account.id, of: ben, task.id)
            #expect(changed.title == "Write to Ben" && changed.assignedTo == nil && !changed.isCompleted)

            #expect(try await person.open("\(path)/delete").says("Delete the task “Write to Ben”?"))
            let deleted = try await person.send("\(path)/delete")
            #expect(try await person.follow(deleted).says("Task deleted."))
            #expect(try await server.crm.tasks.list(server.account.id, of: ben).isEmpty)
        }
    }

    @Test(arguments: [
        ("", "2026-11-01T09:30", ""), ("Call", "", ""), ("Call", "soon", ""), ("Call", "2026-02-30T10:00", ""),
        ("Call", "2026-11-01T25:00", ""), ("Call", "2026-11-01T09:30", "nobody"),
    ])
    func `a task without a title, a time or a user of the account is not saved`(
        title: String, due: String, owner: String
    ) async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).benComes()
            let ben = try #require(try await server.contact("ben@example.com")).contact.id
            let person = try await server.person(client)
            let answer = try await person.send(
                "\(server.root)/contacts/\(ben)/tasks", [("title", title), ("due", due), ("assignedTo", owner)])
            #expect(try await person.follow(answer).says("Not saved: a task has a title and a time it is due."))
            #expect(try await server.crm.tasks.list(server.account.id, of: ben).isEmpty)
        }
    }

    @Test func `the owner and what may be sent are chosen by hand and shown`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).benComes()
            let ben = try #require(try await server.contact("ben@example.com")).contact.id
            let here = "\(server.root)/contacts/\(ben)"
            let person = try await server.person(client)
            let record = [
                ("assigned_to", "admin@clinic.example"), ("contact_type", "customer"),
                ("date_of_birth", "1990-09-25"), ("dnd", "true"),
            ]
            try await person.send(here, record)
            let page = try await person.open(here)
            for text in ["<dt>Owner</dt><dd>admin@clinic.example", "<dd>Customer", "<dd>1990-09-25", "<dd>Everything"] {
                #expect(page.says(text), "\(text)")
            }
            let contact = try #require(try await server.contact("ben@example.com"))
            #expect(contact.contact.properties[.firstName] == "Ben")
            let edit = try await person.open("\(here)/edit")
            #expect(edit.says("<option value=\"admin@clinic.example\" selected>"))
            let wrong = try await person.send(here, [("assigned_to", "nobody")])
            #expect(wrong.status == 422 && wrong.says("Choose a user of this account."))
            try await person.send(here, [("assigned_to", ""), ("dnd", "false")])
            let freed = try #require(try await server.contact("ben@example.com")).contact
            #expect(freed.assignedTo == nil && !freed.doNotDisturb.isOn && freed.kind == .customer)
        }
    }
}
