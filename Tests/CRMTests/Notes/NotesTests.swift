import CRM
import Testing

/// What people and programs write down about a contact.
@Suite struct NotesTests {
    private func edit(_ body: String?, _ change: (inout NoteEdit) -> Void = { _ in }) -> NoteEdit {
        var edit = NoteEdit()
        edit.body = body
        change(&edit)
        return edit
    }

    private func write(
        _ text: String, on contact: ContactID, at site: Site, now: Milliseconds = .start
    ) async throws -> ContactNote {
        try await site.crm.notes.create(site.account, on: contact, edit(text), by: .token(name: "Zap"), now: now)
    }

    @Test func `a note is read back as it was written, under its author's name`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        let user = try await site.user("kim@clinic.example")
        let wish = edit("  Called back.\nWants Tuesday. ") {
            $0.title = "Call"
            $0.color = NoteColor(rawValue: "#FFAA00")
            $0.isPinned = true
            $0.user = user
        }
        let made = try await site.crm.notes.create(
            site.account, on: ann, wish, by: .person(email: "kim@clinic.example"), now: .on(1))
        let note = try await site.crm.notes.note(site.account, of: ann, made.id)
        #expect(note.body == "Called back.\nWants Tuesday.")
        #expect(note.title == "Call")
        #expect(note.color?.rawValue == "#FFAA00")
        #expect(note.isPinned)
        #expect(note.user == user)
        #expect(note.author == "kim@clinic.example")
        #expect(note.createdAt == .on(1))
    }

    @Test func `a change leaves what it does not name`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        let note = try await site.crm.notes.create(
            site.account, on: ann, edit("One") { $0.title = "Title" }, by: .token(name: "Zap"), now: .start)
        _ = try await site.crm.notes.update(site.account, of: ann, note.id, edit("Two"), now: .on(1))
        let changed = try await site.crm.notes.note(site.account, of: ann, note.id)
        #expect(changed.body == "Two")
        #expect(changed.title == "Title")
        #expect(changed.createdAt == .start)
        #expect(changed.updatedAt == .on(1))
    }

    @Test func `the journey has the notes that the list has, newest first`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        for number in 1...3 { _ = try await write("Note \(number)", on: ann, at: site, now: .on(number)) }
        let listed = try await site.crm.notes.list(site.account, of: ann)
        #expect(listed.map(\.body) == ["Note 3", "Note 2", "Note 1"])
        #expect(try await site.crm.contacts.journey(site.account, ann).notes.map(\.id) == listed.map(\.id))
        let page = try await site.crm.notes.list(site.account, of: ann, after: listed[0].id, limit: 1)
        #expect(page.map(\.body) == ["Note 2"])
    }

    @Test(arguments: ["", " \n", String(repeating: "x", count: 50_001)])
    func `an empty note and an endless one are refused`(body: String) async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        let error = await #expect(throws: InvalidField.self) { _ = try await write(body, on: ann, at: site) }
        #expect(error?.field == "body")
        #expect(try await site.house.count("notes") == 0)
    }

    @Test func `a note in the name of somebody who is no user here is refused`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Other", domains: [])
        let ann = try await site.create([.email: "ann@example.com"])
        let stranger = try await site.user("kim@clinic.example", access: UserAccess(accounts: [other.account]))
        for user in [stranger, UserID(rawValue: "nobody")] {
            let error = await #expect(throws: InvalidField.self) {
                _ = try await site.crm.notes.create(
                    site.account, on: ann, edit("Hello") { $0.user = user }, by: .token(name: "Zap"), now: .start)
            }
            #expect(error?.field == "userId")
        }
    }

    @Test func `a note is found through its own contact and account alone`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Other", domains: [])
        let ann = try await site.create([.email: "ann@example.com"])
        let bob = try await site.create([.email: "bob@example.com"])
        let note = try await write("Mine", on: ann, at: site)
        for (account, contact) in [(site.account, bob), (other.account, ann)] {
            await #expect(throws: NotFound.note) { _ = try await site.crm.notes.note(account, of: contact, note.id) }
            await #expect(throws: NotFound.note) {
                _ = try await site.crm.notes.update(account, of: contact, note.id, edit("Theirs"), now: .start)
            }
            await #expect(throws: NotFound.note) {
                try await site.crm.notes.delete(account, of: contact, note.id, now: .start)
            }
        }
        await #expect(throws: NotFound.contact) {
            _ = try await write("x", on: ContactID(rawValue: "nobody"), at: site)
        }
        await #expect(throws: NotFound.contact) { _ = try await site.crm.notes.list(other.account, of: ann) }
        try await site.crm.notes.delete(site.account, of: ann, note.id, now: .start)
        #expect(try await site.house.count("notes") == 0)
    }

    @Test(arguments: ["#FA0", "#ffaa00"]) func `a color is one in hexadecimal`(text: String) {
        #expect(NoteColor(rawValue: text)?.rawValue == text)
    }

    @Test(arguments: ["", "#", "red", "#12345", "#GGGGGG", "#12345é", "#fff;x:y"])
    func `what is no color is none`(text: String) {
        #expect(NoteColor(rawValue: text) == nil)
    }
}
