import Attribution
import CRM
import Testing

/// A submission is taken back off the contact it was matched to.
@Suite struct UndoTests {
    /// Ann, made by hand, and a visit from which she may be overwritten.
    private struct Story {
        let site: Site
        let ann: ContactID
        let visit: Visit

        init(_ properties: [ContactProperty: String] = [.firstName: "Ann", .city: "Graz"]) async throws {
            site = try await Site()
            ann = try await site.create(properties.merging([.email: "ann@example.com"]) { own, _ in own })
            visit = site.visit(site.browser(), to: "https://clinic.example/?gclid=x", at: .on(1))
        }

        func form(_ fields: KeyValuePairs<String, String>, named name: String = "Contact us", minute: Int)
            -> CaptureEvent
        {
            let email = [FilledField(name: "email", label: nil, values: ["ann@example.com"])]
            let rest = fields.map { FilledField(name: $0.key, label: nil, values: [$0.value]) }
            return visit.form(email + rest, named: name, minute: minute)
        }

        func contact() async throws -> ContactDetail { try await site.contact(ann) }
    }

    @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
    func `three that overwrote one another are undone in any order`(order: [Int]) async throws {
        let story = try await Story()
        let forms = ["Wien", "Linz", "Wien"].enumerated().map {
            story.form(["city": $1, "phone": "1234\($0)"], minute: $0)
        }
        for form in forms { try await story.site.record(form) }
        for (step, index) in order.enumerated() {
            try await story.site.undo(forms[index], at: .on(2))
            let left = Set(0...2).subtracting(order.prefix(step + 1)).max()
            #expect(try await story.contact()[.city] == left.map { ["Wien", "Linz", "Wien"][$0] } ?? "Graz")
            #expect(try await story.contact()[.phone] == left.map { "1234\($0)" })
        }
        #expect(try await story.contact().tags.isEmpty)
    }

    @Test func `an edit by a person since then is not overwritten`() async throws {
        let story = try await Story()
        let form = story.form(["city": "Wien", "first_name": "Anna"], minute: 1)
        try await story.site.record(form)
        try await story.site.edit(story.ann, [.city: "Linz", .firstName: nil], at: .on(2))
        try await story.site.undo(form, at: .on(3))
        #expect(try await story.contact()[.city] == "Linz")
        #expect(try await story.contact()[.firstName] == nil)
    }

    @Test func `nor one between two submissions`() async throws {
        let story = try await Story()
        let forms = [story.form(["city": "Wien"], minute: 1), story.form(["city": "Linz"], minute: 2)]
        try await story.site.record(forms[0])
        try await story.site.edit(story.ann, [.city: "Bregenz"], at: .on(1, minute: 1))
        try await story.site.record(forms[1])
        try await story.site.undo(forms[0], at: .on(2))
        #expect(try await story.contact()[.city] == "Linz")
        try await story.site.undo(forms[1], at: .on(2))
        #expect(try await story.contact()[.city] == "Bregenz")
    }

    @Test func `the submission that made the contact cannot be taken off it`() async throws {
        let site = try await Site()
        let form = site.visit(site.browser()).form(["email": "ann@example.com"])
        try await site.record(form)
        await #expect(throws: UndoError.onlySubmission) { try await site.undo(form, at: .on(1)) }
    }

    @Test func `nor can one that waits, or that was taken back already`() async throws {
        let story = try await Story()
        let form = story.form(["city": "Wien"], minute: 1)
        let held = story.visit.form(["email": "ann@example.com"], minute: 2, suspicion: .bot)
        try await story.site.record(form, held)
        try await story.site.undo(form, at: .on(2))
        await #expect(throws: NotFound.conversion) { try await story.site.undo(form, at: .on(3)) }
        await #expect(throws: NotFound.conversion) { try await story.site.undo(held, at: .on(3)) }
    }

    @Test func `First stays, and Latest falls back to the newest that is left`() async throws {
        let story = try await Story()
        let forms = (0...2).map { story.form([:], minute: $0) }
        var latest: [AttributionSummary?] = [try await story.contact().contact.latest]
        for form in forms {
            try await story.site.record(form)
            latest.append(try await story.contact().contact.latest)
        }
        try await story.site.undo(forms[1], at: .on(2))
        #expect(try await story.contact().contact.latest == latest[3])
        try await story.site.undo(forms[2], at: .on(2))
        #expect(try await story.contact().contact.latest == latest[1])
        try await story.site.undo(forms[0], at: .on(2))
        #expect(try await story.contact().contact.latest == latest[0])
        #expect(try await story.contact().contact.first == latest[0])
        #expect(try await story.contact().contact.first?.source == .crmUI)
    }

    @Test func `submissions of one batch fall back in their order`() async throws {
        let story = try await Story()
        let forms = (0..<6).map { story.form(["city": "City \($0)"], minute: 1) }
        _ = try await story.site.crm.capture.record(forms, now: .on(1))
        for index in forms.indices.reversed().dropLast() {
            try await story.site.undo(forms[index], at: .on(2))
            #expect(try await story.contact()[.city] == "City \(index - 1)")
            let submission = try await story.site.submission(of: forms[index - 1]).id
            #expect(try await story.contact().latest(.submissionID) == submission.rawValue)
        }
    }

    @Test func `a latest attribution that a program has brought since stays`() async throws {
        let story = try await Story()
        let form = story.form([:], minute: 1)
        try await story.site.record(form)
        let imported = ImportedAttribution(source: .referral, values: [:], createdAt: .on(-100))
        try await story.site.crm.contacts.update(
            story.site.account, story.ann, ContactEdit(), by: .token(name: "Zap"), latest: imported, now: .on(2))
        try await story.site.undo(form, at: .on(3))
        #expect(try await story.contact().contact.latest?.source == .referral)
    }

    @Test(arguments: [[0, 1], [1, 0]])
    func `a form's tag stays as long as a submission of the form does`(order: [Int]) async throws {
        let story = try await Story()
        let forms = [story.form([:], minute: 1), story.form([:], minute: 2)]
        for form in forms { try await story.site.record(form) }
        try await story.site.undo(forms[order[0]], at: .on(2))
        #expect(try await story.contact().tags == ["external form: Contact us"])
        try await story.site.undo(forms[order[1]], at: .on(2))
        #expect(try await story.contact().tags.isEmpty)
    }

    @Test func `a tag that was there before stays`() async throws {
        let story = try await Story()
        var edit = ContactEdit()
        edit.tags = ["vip", "external form: Contact us"]
        try await story.site.crm.contacts.update(
            story.site.account, story.ann, edit, by: .token(name: "Zap"), now: .on(0))
        let form = story.form([:], minute: 1)
        try await story.site.record(form)
        try await story.site.undo(form, at: .on(2))
        #expect(try await story.contact().tags == ["external form: Contact us", "vip"])
    }

    @Test func `visitor and session go along, and the traces tell where`() async throws {
        let story = try await Story()
        let form = story.form(["city": "Wien"], minute: 1)
        let earlier = story.site.visit(story.visit.visitor)
        try await story.site.record(earlier.page())
        try await story.site.record(story.visit.page(), form)
        let new = try await story.site.undo(form, at: .on(2))
        #expect(try await story.contact().visitors.isEmpty)
        #expect(try await story.site.sessions(of: story.ann).isEmpty)
        #expect(try await story.site.contact(new).visitors == [try #require(story.visit.visitor)])
        #expect(try await story.site.sessions(of: new) == [story.visit, earlier].compactMap(\.session))
        #expect(try await story.site.timeline(of: story.ann).first == .splitOff(to: new))
        #expect(try await story.site.timeline(of: new) == [.splitFrom(story.ann), .submitted(matchedBy: .email)])
    }

    @Test func `a session in which another submission of the contact stands stays`() async throws {
        let story = try await Story()
        let forms = [story.form([:], minute: 1), story.form([:], minute: 2)]
        for form in forms { try await story.site.record(form) }
        let new = try await story.site.undo(forms[1], at: .on(2))
        #expect(try await story.site.sessions(of: new).isEmpty)
        #expect(try await story.site.sessions(of: story.ann) == [try #require(story.visit.session)])
    }

    @Test func `a submission that borrowed another's session takes nothing of it along`() async throws {
        let story = try await Story()
        try await story.site.record(story.visit.page(), story.visit.identify(["email": "ann@example.com"]))
        var strangers = story.site.visit(story.site.browser(), at: .on(2))
        strangers.session = story.visit.session
        let form = strangers.form(["email": "ann@example.com"])
        try await story.site.record(form)
        try await story.site.undo(form, at: .on(3))
        #expect(try await story.site.sessions(of: story.ann) == [try #require(story.visit.session)])
    }

    @Test func `what an application said of someone can be taken back too`() async throws {
        let story = try await Story()
        let event = story.visit.identify(["email": "ann@example.com", "city": "Wien"])
        try await story.site.record(event)
        let journey = try await story.site.crm.contacts.journey(story.site.account, story.ann)
        let update = try #require(journey.conversions.values.first { $0.event == event.id })
        #expect(update.kind == .update)
        let new = try await story.site.crm.undo.split(story.site.account, update.id, now: .on(2))
        #expect(try await story.contact()[.city] == "Graz")
        #expect(try await story.contact().contact.latest?.source == .crmUI)
        #expect(try await story.site.contact(new).contact.first?.source == .thirdParty)
        #expect(try await story.site.contact(new)[.city] == "Wien")
    }

    @Test func `a custom field that is gone since does not stand in the way`() async throws {
        let story = try await Story()
        let doctor = try await story.site.field("Doctor")
        let form = story.form(["doctor": "Who", "city": "Wien"], minute: 1)
        try await story.site.record(form)
        try await story.site.crm.fields.delete(story.site.account, doctor.id, by: .server, now: .start)
        let new = try await story.site.undo(form, at: .on(2))
        #expect(try await story.contact()[.city] == "Graz")
        #expect(try await story.site.contact(new).custom.isEmpty)
    }

    @Test func `custom values, Contact Source and the hidden source go where they belong`() async throws {
        let site = try await Site()
        let doctor = try await site.field("Doctor")
        let ann = try await site.create([.email: "ann@example.com"])
        var edit = ContactEdit()
        edit.contactSource = .some(nil)
        edit.custom = [doctor.id: "Strange"]
        try await site.crm.contacts.update(site.account, ann, edit, by: .token(name: "Zap"), now: .on(0))
        let form = site.visit(site.browser(), at: .on(1)).ownForm(
            ["email": "ann@example.com", "doctor": "Who"], source: "Spring page")
        try await site.record(form)
        #expect(try await site.contact(ann).contact.contactSource == "Spring page")
        let new = try await site.undo(form, at: .on(2))
        #expect(try await site.contact(ann).contact.contactSource == nil)
        #expect(try await site.contact(ann).custom == [doctor.id: "Strange"])
        #expect(try await site.contact(new).contact.contactSource == "Spring page")
        #expect(try await site.contact(new).custom == [doctor.id: "Who"])
        #expect(try await site.contact(new).contact.createdBy == .form)
    }
}
