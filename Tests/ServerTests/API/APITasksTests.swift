import CRM
import Foundation
import Testing

@testable import Server

/// What is to be done for contacts, for programs.
@Suite struct APITasksTests {
    @Test func `a task is added, ticked off, changed and deleted`() async throws {
        let server = try await TestServer()
        let kim = try await server.makeUser()
        try await server.api { api in
            let contact = try await api.post("/contacts/", ["email": "ann@example.com"]).contactID
            let made = try await api.post(
                "/contacts/\(contact)/tasks",
                [
                    "title": "Call", "body": "About Tuesday", "dueDate": "2026-11-05T13:00:00+02:00",
                    "completed": false, "assignedTo": kim,
                ])
            #expect(made.status == 201)
            let id = try #require(made.text("task.id"))
            #expect(made.text("task.dueDate") == "2026-11-05T11:00:00.000Z")
            #expect(made.text("task.assignedTo") == kim)
            let path = "/contacts/\(contact)/tasks/\(id)"
            let done = try await api.put("\(path)/completed", ["completed": true])
            #expect(done["task.completed"] as? Bool == true)
            #expect(done.text("task.completedAt") == "2026-11-02T09:00:00.000Z")
            let changed = try await api.put(path, ["title": "Write", "assignedTo": NSNull()])
            #expect(changed.text("task.title") == "Write")
            #expect(changed.isNull("task.assignedTo"))
            #expect(changed["task.completed"] as? Bool == true)
            #expect(try await api.get(path).text("task.body") == "About Tuesday")
            #expect(try await api.get("/contacts/\(contact)/tasks").text("tasks.0.id") == id)
            #expect(try await api.delete(path)["succeded"] as? Bool == true)
            #expect(try await api.get(path).status == 404)
        }
    }

    @Test func `tasks of an account are searched, page by page`() async throws {
        let server = try await TestServer()
        let search = "/locations/\(server.account.locationID)/tasks/search"
        try await server.api { api in
            let ann = try await api.post("/contacts/", ["email": "ann@example.com"]).contactID
            let bob = try await api.post("/contacts/", ["email": "bob@example.com"]).contactID
            for (contact, title, day) in [(ann, "Call Ann", 5), (bob, "Call Bob", 6), (bob, "Write", 7)] {
                _ = try await api.post(
                    "/contacts/\(contact)/tasks",
                    ["title": title, "dueDate": "2026-11-0\(day)", "completed": title == "Write"])
            }
            let calls = try await api.post(search, ["query": "call", "completed": false])
            #expect(calls.status == 200)
            #expect((calls["tasks"] as? [Any])?.count == 2)
            #expect(calls.isNull("searchAfter"))
            let bobs = try await api.post(search, ["contactId": [bob], "limit": 1])
            #expect(bobs.text("tasks.0.title") == "Call Bob")
            let place = try #require(bobs["searchAfter"])
            let next = try await api.post(search, ["contactId": [bob], "limit": 1, "searchAfter": place])
            #expect(next.text("tasks.0.title") == "Write")
            #expect(try await api.post(search, ["skip": 2]).text("tasks.0.title") == "Write")
            for bad in [["limit": 101], ["skip": -1], ["searchAfter": ["x"]], ["contactId": "x"]] as [[String: Any]] {
                #expect(try await api.post(search, bad).status == 422, "\(bad)")
            }
        }
    }

    @Test func `wrong ids are not found, and bad bodies are refused by name`() async throws {
        try await TestServer().api { api in
            let contact = try await api.post("/contacts/", ["email": "ann@example.com"]).contactID
            let other = try await api.post("/contacts/", ["email": "bob@example.com"]).contactID
            let wish: [String: Any] = ["title": "Call", "dueDate": "2026-11-05", "completed": false]
            let task = try #require(try await api.post("/contacts/\(contact)/tasks", wish).text("task.id"))
            for path in ["\(other)/tasks/\(task)", "\(contact)/tasks/nothing", "nobody/tasks/\(task)"] {
                #expect(try await api.get("/contacts/\(path)").status == 404, "\(path)")
                #expect(try await api.put("/contacts/\(path)", ["title": "x"]).status == 404, "\(path)")
                #expect(try await api.put("/contacts/\(path)/completed", ["completed": true]).status == 404, "\(path)")
                #expect(try await api.delete("/contacts/\(path)").status == 404, "\(path)")
            }
            #expect(try await api.get("/contacts/nobody/tasks").status == 404)
            #expect(try await api.post("/contacts/nobody/tasks", wish).status == 404)
            let changes: [(String, Any)] = [
                ("title", NSNull()), ("title", ""), ("dueDate", "soon"), ("completed", "perhaps"),
                ("assignedTo", "nobody"),
            ]
            for (field, value) in changes {
                let answer = try await api.post("/contacts/\(contact)/tasks", wish.merging([field: value]) { $1 })
                #expect(answer.status == 422, "\(field): \(value)")
                #expect(answer.problems.first?.hasPrefix(field) == true, "\(answer.problems)")
            }
            #expect(try await api.put("/contacts/\(contact)/tasks/\(task)/completed", [:]).status == 422)
        }
    }
}
