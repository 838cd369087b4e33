import CRM
import Testing

/// Who follows a contact, and whose it is.
@Suite struct FollowersTests {
    @Test func `followers are added and removed once, and each change says whom it concerned`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        let kim = try await site.user("kim@clinic.example")
        let lee = try await site.user("lee@clinic.example")
        let first = try await site.crm.followers.add(site.account, ann, [kim], now: .start)
        #expect(first == Followers.Change(followers: [kim], changed: [kim]))
        let second = try await site.crm.followers.add(site.account, ann, [kim, lee], now: .start)
        #expect(second.changed == [lee])
        #expect(Set(second.followers) == [kim, lee])
        #expect(Set(try await site.contact(ann).followers) == [kim, lee])
        let third = try await site.crm.followers.remove(site.account, ann, [kim, UserID(rawValue: "nobody")])
        #expect(third == Followers.Change(followers: [lee], changed: [kim]))
        #expect(try await site.contact(ann).followers == [lee])
    }

    @Test func `only users of the account follow its contacts or own them`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Other", domains: [])
        let ann = try await site.create([.email: "ann@example.com"])
        let stranger = try await site.user("kim@other.example", access: UserAccess(accounts: [other.account]))
        let error = await #expect(throws: InvalidField.self) {
            _ = try await site.crm.followers.add(site.account, ann, [stranger], now: .start)
        }
        #expect(error?.field == "followers")
        var edit = ContactEdit()
        edit.assignedTo = stranger
        await #expect(throws: InvalidField.self) {
            try await site.crm.contacts.update(site.account, ann, edit, by: .token(name: "Zap"), now: .on(1))
        }
        await #expect(throws: NotFound.contact) {
            _ = try await site.crm.followers.add(other.account, ann, [stranger], now: .start)
        }
        await #expect(throws: NotFound.contact) { _ = try await site.crm.followers.remove(other.account, ann, []) }
    }
}
