import Database
import DatabaseTesting
import Testing

import struct CRM.Tag

@testable import CRM

@Suite struct TagTests {
    private func tagged(_ site: Site, _ email: String, _ tags: Set<String>) async throws {
        var edit = ContactEdit([.email: email])
        edit.tags = tags
        _ = try await site.crm.contacts.create(site.account, edit, by: .token(name: "t"), now: .start)
    }

    private func tags(_ site: Site) async throws -> [Tag] { try await site.crm.tags.all(site.account, now: .start) }

    private func tagsOfContacts(_ site: Site) async throws -> [[String]] {
        try await site.contacts().sorted { $0[.email] ?? "" < $1[.email] ?? "" }.map(\.tags)
    }

    @Test func `a tag that contacts have is listed, with an id that stays`() async throws {
        let site = try await Site()
        #expect(try await tags(site).isEmpty)
        try await tagged(site, "ann@example.com", ["vip", "Zürich"])
        try await tagged(site, "bob@example.com", ["vip"])
        let made = try await site.crm.tags.create(site.account, name: " lead ", by: .server, now: .start)
        let listed = try await tags(site)
        #expect(listed.map(\.name) == ["Zürich", "lead", "vip"])
        #expect(listed.contains(made))
        #expect(try await tags(site) == listed)
        #expect(
            try await site.crm.tags.counts(site.account, listed, ceiling: 10)
                == [listed[0].id: 1, listed[1].id: 0, listed[2].id: 2])
    }

    @Test func `a tag that is renamed is renamed on every contact, also where both were`() async throws {
        let site = try await Site()
        try await tagged(site, "ann@example.com", ["old", "x"])
        try await tagged(site, "bob@example.com", ["y"])
        let tag = try #require(try await tags(site).first { $0.name == "old" })
        let renamed = try await site.crm.tags.rename(site.account, tag.id, to: "new", by: .server, now: .start)
        #expect(renamed.id == tag.id)
        #expect(try await tagsOfContacts(site) == [["new", "x"], ["y"]])
        #expect(try await tags(site).map(\.name) == ["new", "x", "y"])
        await #expect(throws: TagError.taken(name: "x")) {
            _ = try await site.crm.tags.rename(site.account, tag.id, to: "x", by: .server, now: .start)
        }
    }

    @Test func `a renaming that was cut short goes on when the list is read`() async throws {
        let site = try await Site()
        try await tagged(site, "ann@example.com", ["old"])
        let tag = try #require(try await tags(site).first)
        try await site.house.database.write {
            _ = try $0.execute("update tags set name = 'new', renamed_from = 'old' where id = $1", [tag.id])
        }
        #expect(try await tags(site) == [Tag(id: tag.id, name: "new")])
        #expect(try await tagsOfContacts(site) == [["new"]])
    }

    @Test func `a deleted tag is on no contact any more`() async throws {
        let site = try await Site()
        try await tagged(site, "ann@example.com", ["old", "x"])
        let tag = try #require(try await tags(site).first { $0.name == "old" })
        try await site.crm.tags.delete(site.account, tag.id, by: .server, now: .start)
        #expect(try await tagsOfContacts(site) == [["x"]])
        #expect(try await tags(site).map(\.name) == ["x"])
        await #expect(throws: NotFound.tag) { _ = try await site.crm.tags.tag(site.account, tag.id) }
    }

    @Test(arguments: ["", "  ", String(repeating: "a", count: 201)])
    func `a name that is none is refused`(name: String) async throws {
        let site = try await Site()
        await #expect(throws: TagError.name) {
            _ = try await site.crm.tags.create(site.account, name: name, by: .server, now: .start)
        }
    }

    @Test func `another account's tag is not there, and keeps its contacts`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Other")
        try await tagged(other, "ann@example.com", ["vip"])
        let tag = try #require(try await tags(other).first)
        await #expect(throws: NotFound.tag) {
            try await site.crm.tags.delete(site.account, tag.id, by: .server, now: .start)
        }
        await #expect(throws: NotFound.tag) {
            _ = try await site.crm.tags.rename(site.account, tag.id, to: "mine", by: .server, now: .start)
        }
        #expect(try await tagsOfContacts(other) == [["vip"]])
        #expect(try await tags(site).isEmpty)
    }

    @Test(.enabled(if: TestDatabase.dialect == .sqlite))
    func `the tags in use are found by steps along their index`() async throws {
        let site = try await Site()
        try await tagged(site, "ann@example.com", ["a", "b"])
        let account = site.account
        let plan = try await site.house.database.write { connection in
            try connection.plans { _ = try TagStore.used($0, account) }
        }.joined(separator: "\n")
        #expect(plan.contains("USING COVERING INDEX contact_tags_by_tag (account_id=? AND tag>?)"))
        #expect(!plan.contains("SCAN contact_tags"))
    }
}
