import CRM
import Testing

/// Tags that come and go one by one, and many contacts at a time.
@Suite struct ContactTagTests {
    @Test func `tags are added to those that are there, and the answer tells them apart`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        _ = try await site.crm.contacts.tag(site.account, ann, .add(["a", "b"]), by: .token(name: "Zap"), now: .on(1))
        let outcome = try await site.crm.contacts.tag(
            site.account, ann, .add([" b", "c", " "]), by: .token(name: "Zap"), now: .on(2))
        #expect(outcome.before == ["a", "b"])
        #expect(outcome.after == ["a", "b", "c"])
        #expect(outcome.added == ["c"])
        #expect(try await site.contact().tags == ["a", "b", "c"])
        #expect(try await site.timeline(of: ann).first == .edited(by: "Zap", fields: ["Tags"]))
    }

    @Test func `removing what is not there changes nothing`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        let outcome = try await site.crm.contacts.tag(
            site.account, ann, .remove(["x"]), by: .token(name: "Zap"), now: .on(2))
        #expect(outcome.removed == [])
        #expect(try await site.contact().contact.updatedAt == .start)
    }

    @Test func `many contacts are tagged at once; those of another account are not`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Other", domains: [])
        let ann = try await site.create([.email: "ann@example.com"])
        let bob = try await site.create([.email: "bob@example.com"])
        let eve = try await other.create([.email: "eve@example.com"])
        let outcomes = try await site.crm.contacts.tag(
            site.account, [ann, bob, eve, ContactID(rawValue: "nobody")], .add(["vip"]), by: .token(name: "Zap"),
            now: .on(1))
        #expect(outcomes.map(\.contact) == [ann, bob].sorted())
        #expect(try await other.contact(eve).tags == [])
        let cleared = try await site.crm.contacts.tag(
            site.account, [ann, bob], .removeAll, by: .token(name: "Zap"), now: .on(2))
        #expect(cleared.map(\.removed) == [["vip"], ["vip"]])
        #expect(try await site.house.count("contact_tags") == 0)
    }

    @Test func `tags of a contact that is not there are not found`() async throws {
        let site = try await Site()
        await #expect(throws: NotFound.contact) {
            _ = try await site.crm.contacts.tag(
                site.account, ContactID(rawValue: "nobody"), .add(["a"]), by: .token(name: "Zap"), now: .start)
        }
    }
}
