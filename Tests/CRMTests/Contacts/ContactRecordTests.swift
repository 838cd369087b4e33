import CRM
import Testing

/// What a contact's record keeps beside the properties that forms fill in.
@Suite struct ContactRecordTests {
    @Test func `owner, birthday, time zone, gender, type and do-not-disturb are read back as written`() async throws {
        let site = try await Site()
        let kim = try await site.user("kim@clinic.example")
        var edit = ContactEdit([.email: "ann@example.com"])
        edit.assignedTo = kim
        edit.dateOfBirth = CalendarDate("1990-09-25")
        edit.timeZone = "America/Chihuahua"
        edit.gender = "female"
        edit.kind = .customer
        edit.doNotDisturb.isOn = true
        edit.doNotDisturb.channels = [.email: DoNotDisturb.Setting(status: .permanent, message: "No", code: "x")]
        edit.doNotDisturb.inbound = DoNotDisturb.Setting(status: .active)
        let creation = try await site.crm.contacts.create(site.account, edit, by: .token(name: "Zap"), now: .start)
        guard case .created = creation else { throw Unmade() }
        let contact = try await site.contact().contact
        #expect(contact.assignedTo == kim)
        #expect(contact.dateOfBirth?.rawValue == "1990-09-25")
        #expect(contact.timeZone == "America/Chihuahua")
        #expect(contact.gender == "female")
        #expect(contact.kind == .customer)
        #expect(contact.doNotDisturb.isOn)
        #expect(contact.doNotDisturb.channels[.email]?.message == "No")
        #expect(contact.doNotDisturb.inbound?.status == .active)
    }

    @Test func `a channel that is not named keeps its setting, and null takes one away`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        var edit = ContactEdit()
        edit.doNotDisturb.channels = [.email: .init(status: .active), .sms: .init(status: .active)]
        try await site.crm.contacts.update(site.account, ann, edit, by: .token(name: "Zap"), now: .on(1))
        edit.doNotDisturb.channels = [.sms: nil, .call: .init(status: .inactive)]
        try await site.crm.contacts.update(site.account, ann, edit, by: .token(name: "Zap"), now: .on(2))
        let channels = try await site.contact().contact.doNotDisturb.channels
        #expect(Set(channels.keys) == [.email, .call])
        #expect(try await site.timeline(of: ann).first == .edited(by: "Zap", fields: ["Do Not Disturb"]))
    }

    @Test func `a submission leaves what a program has written`() async throws {
        let site = try await Site()
        let kim = try await site.user("kim@clinic.example")
        let ann = try await site.create([.email: "ann@example.com"])
        var edit = ContactEdit()
        edit.assignedTo = kim
        edit.doNotDisturb.isOn = true
        try await site.crm.contacts.update(site.account, ann, edit, by: .token(name: "Zap"), now: .start)
        let visit = site.visit(site.browser())
        try await site.record(visit.form(["email": "ann@example.com", "city": "Graz"]))
        let contact = try await site.contact()
        #expect(contact[.city] == "Graz")
        #expect(contact.contact.assignedTo == kim)
        #expect(contact.contact.doNotDisturb.isOn)
    }

    @Test func `a time zone that nobody knows is refused`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        var edit = ContactEdit()
        edit.timeZone = "Mars/Olympus"
        let error = await #expect(throws: InvalidField.self) {
            try await site.crm.contacts.update(site.account, ann, edit, by: .token(name: "Zap"), now: .start)
        }
        #expect(error?.field == "timezone")
    }

    @Test func `a deleted contact takes its notes, tasks and followers along`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        var note = NoteEdit()
        note.body = "Hello"
        _ = try await site.crm.notes.create(site.account, on: ann, note, by: .token(name: "Zap"), now: .start)
        var task = TaskEdit()
        task.title = "Call"
        _ = try await site.crm.tasks.create(site.account, on: ann, task, by: .token(name: "Zap"), now: .start)
        let kim = try await site.user("kim@clinic.example")
        _ = try await site.crm.followers.add(site.account, ann, [kim], now: .start)
        try await site.crm.contacts.delete(site.account, ann, now: .start)
        for table in ["notes", "tasks", "followers"] {
            #expect(try await site.house.count(table) == 0, "\(table)")
        }
    }
}
