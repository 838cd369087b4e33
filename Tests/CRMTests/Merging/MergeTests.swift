import Attribution
import CRM
import Testing

/// Two contacts of one person become one, and two again.
@Suite struct MergeTests {
    /// Ann, who came from an ad in the morning, and Anna, who came from a search in the evening.
    private struct Story {
        let site: Site
        let ann: ContactID
        let anna: ContactID

        init() async throws {
            site = try await Site()
            let paid = site.visit(site.browser(), to: "https://clinic.example/?gclid=x", at: .on(1))
            try await site.record(paid.page(), paid.form(["email": "ann@example.com", "city": "Graz"], minute: 1))
            let organic = site.visit(site.browser(), from: "https://www.google.com/", at: .on(2))
            try await site.record(
                organic.page(),
                organic.form(["email": "anna@example.com", "phone": "+4312345678", "city": "Wien"], minute: 1))
            ann = try await site.contact(.email, "ann@example.com").contact.id
            anna = try await site.contact(.email, "anna@example.com").contact.id
        }

        func merge(_ merged: ContactID, into survivor: ContactID) async throws -> ContactMerge {
            try await site.crm.merging.merge(
                site.account, merged, into: survivor, by: "owner@clinic.example", actor: .server, now: .on(3))
        }

        func undo(_ merge: ContactMerge) async throws -> ContactID {
            try await site.crm.merging.undo(
                site.account, merge.id, by: "owner@clinic.example", actor: .server, now: .on(4))
        }
    }

    @Test(arguments: [true, false])
    func `the older First survives and the newer Latest counts, whichever contact stays`(annStays: Bool) async throws {
        let story = try await Story()
        let (stays, goes) = annStays ? (story.ann, story.anna) : (story.anna, story.ann)
        _ = try await story.merge(goes, into: stays)
        let contact = try await story.site.contact()
        #expect(contact.contact.id == stays)
        #expect(contact.first?.source == .paidSearch)
        #expect(contact.latest?.source == .organicSearch)
        #expect(contact[.city] == (annStays ? "Graz" : "Wien"))
        #expect(contact[.phone] == "+4312345678")
        #expect(contact.additionalEmails == [annStays ? "anna@example.com" : "ann@example.com"])
    }

    @Test func `submissions, visits, notes and tags come along`() async throws {
        let story = try await Story()
        var note = NoteEdit()
        note.body = "Prefers mornings"
        _ = try await story.site.crm.notes.create(
            story.site.account, on: story.anna, note, by: .person(email: "owner@clinic.example"), now: .on(2))
        _ = try await story.merge(story.anna, into: story.ann)
        #expect(try await story.site.sessions(of: story.ann).count == 2)
        #expect(try await story.site.submissions().allSatisfy { $0.contact == story.ann })
        let journey = try await story.site.crm.contacts.journey(story.site.account, story.ann)
        #expect(journey.notes.map(\.body) == ["Prefers mornings"])
        await #expect(throws: NotFound.contact) { try await story.site.contact(story.anna) }
        #expect(try await story.site.crm.merging.successor(story.site.account, of: story.anna) == story.ann)
    }

    @Test func `nothing of an erased person's name is left where a merge was undone`() async throws {
        let story = try await Story()
        let other = try await story.site.create([.firstName: "Zebedee", .lastName: "Quill"], at: .on(2))
        _ = try await story.undo(try await story.merge(other, into: story.ann))
        try await story.site.crm.erasure.erase(story.site.account, other, by: .server, now: .on(5))
        #expect(try await story.site.house.count("contact_merges", where: "merged_name <> ''") == 0)
        #expect(try await story.site.house.count("timeline", where: "entry like '%Zebedee%'") == 0)
        #expect(try await story.site.house.count("timeline", where: "entry like '{\"merged\"%'") == 1)
    }

    @Test func `Undo gives both back as they were`() async throws {
        let story = try await Story()
        let before = (try await story.site.contact(story.ann), try await story.site.contact(story.anna))
        let merge = try await story.merge(story.anna, into: story.ann)
        #expect(try await story.undo(merge) == story.anna)
        let after = (try await story.site.contact(story.ann), try await story.site.contact(story.anna))
        for (old, new) in [(before.0, after.0), (before.1, after.1)] {
            #expect(new.contact.properties == old.contact.properties)
            #expect(new.contact.first == old.contact.first)
            #expect(new.contact.latest == old.contact.latest)
            #expect(new.tags == old.tags)
            #expect(new.additionalEmails == old.additionalEmails)
            #expect(new.visitors == old.visitors)
        }
        #expect(try await story.site.sessions(of: story.anna).count == 1)
        var query = ContactQuery()
        query.search = "anna@example.com"
        let found = try await story.site.crm.contacts.page(story.site.account, query).contacts.map(\.contact.id)
        #expect(found == [story.anna])
    }

    @Test func `Undo leaves out followers and owners who are gone by then`() async throws {
        let story = try await Story()
        let site = story.site
        var access = UserAccess()
        access.accounts = [site.account]
        let (gone, here) = (
            try await site.user("gone@clinic.example", access: access),
            try await site.user("here@clinic.example", access: access)
        )
        _ = try await site.crm.followers.add(site.account, story.anna, [gone, here], now: .on(2))
        var edit = ContactEdit()
        edit.assignedTo = gone
        try await site.crm.contacts.update(
            site.account, story.anna, edit, by: .person(email: "owner@clinic.example"), now: .on(2))
        let merge = try await story.merge(story.anna, into: story.ann)
        try await site.crm.people.delete(gone, by: .server, now: .on(3))
        _ = try await story.undo(merge)
        #expect(try await site.contact(story.anna).followers == [here])
        #expect(try await site.contact(story.anna).contact.assignedTo == nil)
    }

    @Test func `what came after the merge stays where it came`() async throws {
        let story = try await Story()
        let merge = try await story.merge(story.anna, into: story.ann)
        try await story.site.edit(story.ann, [.phone: "+43999999"], at: .on(3))
        let later = story.site.visit(story.site.browser(), from: "https://other.example/", at: .on(3))
        try await story.site.record(later.form(["email": "ann@example.com", "city": "Linz"], minute: 1))
        _ = try await story.undo(merge)
        let ann = try await story.site.contact(story.ann)
        #expect(ann[.phone] == "+43999999")
        #expect(ann[.city] == "Linz")
        #expect(ann.latest?.source == .referral)
        #expect(ann.first?.source == .paidSearch)
        #expect(try await story.site.contact(story.anna)[.city] == "Wien")
    }

    @Test func `a later submission of the merged address finds the contact again after Undo, and not before`()
        async throws
    {
        let story = try await Story()
        let merge = try await story.merge(story.anna, into: story.ann)
        _ = try await story.undo(merge)
        let later = story.site.visit(story.site.browser(), at: .on(5))
        try await story.site.record(later.form(["email": "anna@example.com", "city": "Linz"], minute: 1))
        #expect(try await story.site.contact(story.anna)[.city] == "Linz")
        #expect(try await story.site.contacts().count == 2)
    }

    @Test func `merges that built on one another are undone the later one first`() async throws {
        let story = try await Story()
        let third = try await story.site.create([.email: "third@example.com"], at: .on(2))
        let earlier = try await story.merge(story.anna, into: story.ann)
        let later = try await story.merge(story.ann, into: third)
        await #expect(throws: MergeError.mergedSince) { _ = try await story.undo(earlier) }
        _ = try await story.undo(later)
        _ = try await story.undo(earlier)
        #expect(try await story.site.contact(story.ann)[.email] == "ann@example.com")
        #expect(try await story.site.contact(story.ann).additionalEmails.isEmpty)
        #expect(try await story.site.contact(story.anna)[.email] == "anna@example.com")
        #expect(try await story.site.contact(third)[.city] == nil)
        #expect(try await story.site.submissions().map(\.contact).contains(third) == false)
        #expect(try await story.site.sessions(of: story.anna).count == 1)
        #expect(try await story.site.sessions(of: story.ann).count == 1)
    }

    @Test func `nobody is merged with themselves, and nothing is undone twice`() async throws {
        let story = try await Story()
        await #expect(throws: MergeError.sameContact) { _ = try await story.merge(story.ann, into: story.ann) }
        await #expect(throws: NotFound.contact) {
            _ = try await story.merge(ContactID(rawValue: "nobody"), into: story.ann)
        }
        let merge = try await story.merge(story.anna, into: story.ann)
        _ = try await story.undo(merge)
        await #expect(throws: MergeError.undone) { _ = try await story.undo(merge) }
    }

    @Test func `another account's contacts are nobody here`() async throws {
        let story = try await Story()
        let other = try await Site(in: story.site.house, name: "Other")
        await #expect(throws: NotFound.contact) {
            _ = try await story.site.crm.merging.merge(
                other.account, story.anna, into: story.ann, by: "x", actor: .server, now: .on(3))
        }
    }
}
