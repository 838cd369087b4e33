import CRM
import Testing

/// What is to be done for contacts.
@Suite struct TasksTests {
    private func edit(_ title: String?, due: Milliseconds? = nil, done: Bool? = nil) -> TaskEdit {
        var edit = TaskEdit()
        edit.title = title
        edit.dueAt = due
        edit.isCompleted = done
        return edit
    }

    @discardableResult
    private func add(
        _ title: String, for contact: ContactID, at site: Site, due: Milliseconds = .on(1), done: Bool = false,
        to user: UserID? = nil
    ) async throws -> ContactTask {
        var wish = edit(title, due: due, done: done)
        wish.assignedTo = user.map { .some($0) }
        return try await site.crm.tasks.create(site.account, on: contact, wish, by: .token(name: "Zap"), now: .start)
    }

    @Test func `a task that is ticked off says when, and forgets it when it is opened again`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        let task = try await add("Call", for: ann, at: site)
        #expect(task.completedAt == nil)
        let done = try await site.crm.tasks.update(site.account, of: ann, task.id, edit(nil, done: true), now: .on(1))
        #expect(done.completedAt == .on(1))
        let again = try await site.crm.tasks.update(site.account, of: ann, task.id, edit(nil, done: true), now: .on(2))
        #expect(again.completedAt == .on(1))
        let open = try await site.crm.tasks.update(site.account, of: ann, task.id, edit(nil, done: false), now: .on(3))
        #expect(open.completedAt == nil)
        #expect(try await site.crm.tasks.task(site.account, of: ann, task.id).title == "Call")
    }

    @Test func `the list of a contact begins with what is due first`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        let bob = try await site.create([.email: "bob@example.com"])
        for (title, day) in [("Third", 3), ("First", 1), ("Second", 2)] {
            try await add(title, for: ann, at: site, due: .on(day))
        }
        try await add("Bob's", for: bob, at: site)
        #expect(try await site.crm.tasks.list(site.account, of: ann).map(\.title) == ["First", "Second", "Third"])
    }

    @Test func `tasks are found by contact, user, state and a part of their title`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        let bob = try await site.create([.email: "bob@example.com"])
        let kim = try await site.user("kim@clinic.example")
        try await add("Call ÄRZTE 100%", for: ann, at: site, due: .on(1), to: kim)
        try await add("Call 100 times", for: bob, at: site, due: .on(2), done: true)
        try await add("Write", for: bob, at: site, due: .on(3), to: kim)
        func titles(_ change: (inout TaskQuery) -> Void) async throws -> [String] {
            var query = TaskQuery()
            change(&query)
            return try await site.crm.tasks.search(site.account, query).map(\.title)
        }
        #expect(try await titles { _ in } == ["Call ÄRZTE 100%", "Call 100 times", "Write"])
        #expect(try await titles { $0.contacts = [bob] } == ["Call 100 times", "Write"])
        #expect(try await titles { $0.assignedTo = [kim] } == ["Call ÄRZTE 100%", "Write"])
        #expect(try await titles { $0.isCompleted = true } == ["Call 100 times"])
        #expect(try await titles { $0.text = "ärzte" } == ["Call ÄRZTE 100%"])
        #expect(try await titles { $0.text = "100%" } == ["Call ÄRZTE 100%"])
        #expect(try await titles { $0.text = "_" } == [])
        #expect(try await titles { $0.text = "\\" } == [])
        #expect(
            try await titles {
                $0.contacts = [bob]
                $0.assignedTo = [kim]
                $0.isCompleted = false
                $0.text = "RITE"
            } == ["Write"])
    }

    @Test func `pages follow each other by skipping and by the last task`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        for number in 1...7 { try await add("Task \(number)", for: ann, at: site, due: .on(number / 3)) }
        let all = try await site.crm.tasks.search(site.account, TaskQuery(limit: 100)).map(\.id)
        var query = TaskQuery(limit: 3)
        var found: [TaskID] = []
        repeat {
            let page = try await site.crm.tasks.search(site.account, query)
            found += page.map(\.id)
            query.after = page.last.map { TaskCursor(dueAt: $0.dueAt, id: $0.id) }
        } while query.after != nil && found.count < 20
        #expect(found == all)
        let later = try await site.crm.tasks.search(site.account, TaskQuery(limit: 3, offset: 5)).map(\.id)
        #expect(later == Array(all[5...]))
    }

    @Test func `a task is found through its own contact and account alone`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Other", domains: [])
        let ann = try await site.create([.email: "ann@example.com"])
        let bob = try await site.create([.email: "bob@example.com"])
        let task = try await add("Call", for: ann, at: site)
        for (account, contact) in [(site.account, bob), (other.account, ann)] {
            await #expect(throws: NotFound.task) { _ = try await site.crm.tasks.task(account, of: contact, task.id) }
            await #expect(throws: NotFound.task) {
                _ = try await site.crm.tasks.update(account, of: contact, task.id, edit("Theirs"), now: .start)
            }
            await #expect(throws: NotFound.task) {
                try await site.crm.tasks.delete(account, of: contact, task.id, now: .start)
            }
        }
        #expect(try await site.crm.tasks.search(other.account, TaskQuery()).isEmpty)
        await #expect(throws: NotFound.contact) { try await add("x", for: ContactID(rawValue: "nobody"), at: site) }
        try await site.crm.tasks.delete(site.account, of: ann, task.id, now: .start)
        #expect(try await site.house.count("tasks") == 0)
    }

    @Test func `a task without a title and one for a stranger are refused`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        let untitled = await #expect(throws: InvalidField.self) { try await add(" ", for: ann, at: site) }
        #expect(untitled?.field == "title")
        let strange = await #expect(throws: InvalidField.self) {
            try await add("Call", for: ann, at: site, to: UserID(rawValue: "nobody"))
        }
        #expect(strange?.field == "assignedTo")
    }
}
