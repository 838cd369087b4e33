import Testing

@testable import CRM

/// Trigger links as the owner keeps them, and the addresses that contacts get.
@Suite struct LinkTests {
    @Test func `a link is made, changed, listed and taken away`() async throws {
        let site = try await Site()
        let first = try await site.link("Booking", "https://clinic.example/book")
        let second = try await site.link(" Offer ", "https://clinic.example/offer", at: .on(1))
        #expect(second.name == "Offer")
        #expect(try await site.crm.links.all(site.account).map(\.id) == [second.id, first.id])
        #expect(first.mergeField == "{{trigger_link.\(first.id)}}")
        let changed = try await site.crm.links.update(
            site.account, first.id, name: "Book now", target: "https://clinic.example/now", by: .command, now: .on(2))
        #expect(changed.target.text == "https://clinic.example/now")
        #expect(changed.createdAt == .start)
        #expect(changed.updatedAt == .on(2))
        try await site.crm.links.delete(site.account, first.id, by: .command, now: .on(3))
        #expect(try await site.crm.links.all(site.account).map(\.id) == [second.id])
        await #expect(throws: NotFound.link) { _ = try await site.crm.links.link(site.account, first.id) }
        await #expect(throws: NotFound.link) {
            try await site.crm.links.delete(site.account, first.id, by: .command, now: .on(4))
        }
    }

    @Test func `everything that is wrong with a link is said at once`() async throws {
        let site = try await Site()
        await #expect(throws: InvalidLink(problems: [.name, .fieldInAddress])) {
            _ = try await site.link(" ", "https://{{contact.website}}/")
        }
        await #expect(throws: InvalidLink(problems: [.name])) {
            _ = try await site.link(String(repeating: "x", count: 201), "https://clinic.example/")
        }
        #expect(try await site.crm.links.all(site.account).isEmpty)
    }

    @Test func `a link is its account's alone`() async throws {
        let house = try await House()
        let site = try await Site(in: house)
        let other = try await Site(in: house, name: "Other", domains: ["other.example"])
        let link = try await site.link("Booking", "https://clinic.example/book")
        await #expect(throws: NotFound.link) { _ = try await other.crm.links.link(other.account, link.id) }
        await #expect(throws: NotFound.link) {
            _ = try await other.crm.links.update(
                other.account, link.id, name: "Mine", target: "https://other.example/", by: .command, now: .on(1))
        }
        await #expect(throws: NotFound.link) {
            try await other.crm.links.delete(other.account, link.id, by: .command, now: .on(1))
        }
        #expect(try await other.crm.links.all(other.account).isEmpty)
    }

    @Test func `each contact has an address of its own, which leads to the target with the contact's values`()
        async throws
    {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann", .email: "ann@example.com"])
        let bob = try await site.create([.firstName: "Bob & Co", .email: "bob@example.com"])
        let link = try await site.link("Hello", "https://clinic.example/hi?n={{contact.first_name}}&x={{contact.city}}")
        let tokens = [try await site.token(link, ann), try await site.token(link, bob)]
        #expect(Set(tokens).count == 2)
        #expect(tokens.allSatisfy { $0.count == 41 })
        #expect(try await site.token(link, ann) == tokens[0])
        let visit = try #require(try await site.crm.links.visit(tokens[1]))
        #expect(visit.contact == bob)
        #expect(visit.address == "https://clinic.example/hi?n=Bob%20%26%20Co&x=")
    }

    @Test func `an address that was changed, made up, of another account or of a deleted link leads nowhere`()
        async throws
    {
        let house = try await House()
        let site = try await Site(in: house)
        let other = try await Site(in: house, name: "Other", domains: ["other.example"])
        let ann = try await site.create([.email: "ann@example.com"])
        let bob = try await site.create([.email: "bob@example.com"])
        let link = try await site.link("Hello", "https://clinic.example/")
        let token = try await site.token(link, ann)
        let stranger = try await other.crm.accounts.account(other.account)
        let foreign = Links.path(of: link, for: ann, of: stranger).dropFirst(3)
        let made = [
            token.replacing(ann.rawValue, with: bob.rawValue), String(token.dropLast()), token + "0", String(foreign),
            String(token.dropLast()) + (token.last == "0" ? "1" : "0"), "", "x", String(repeating: "a", count: 41),
            String(repeating: "a", count: 10_000), token.replacing(link.code, with: "aaaaaaaaaa"), "\u{0}\(token)",
        ]
        for token in made { #expect(try await site.crm.links.visit(token) == nil, "\(token)") }
        try await site.crm.links.delete(site.account, link.id, by: .command, now: .on(1))
        #expect(try await site.crm.links.visit(token) == nil)
    }

    @Test func `an address of a contact that was merged into another is that other's`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        let bob = try await site.create([.firstName: "Bob"])
        let link = try await site.link("Hello", "https://clinic.example/{{contact.first_name}}")
        let token = try await site.token(link, ann)
        _ = try await site.crm.merging.merge(
            site.account, ann, into: bob, by: "owner@clinic.example", actor: .command, now: .on(1))
        let visit = try #require(try await site.crm.links.visit(token))
        #expect(visit.contact == bob)
        #expect(visit.address == "https://clinic.example/Bob")
    }

    @Test func `somebody who is no longer a contact is still led on, and nothing is written down`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        let link = try await site.link("Hello", "https://clinic.example/{{contact.first_name}}/")
        let token = try await site.token(link, ann)
        try await site.crm.contacts.delete(site.account, ann, now: .on(1))
        let visit = try #require(try await site.crm.links.visit(token))
        #expect(visit.contact == nil)
        #expect(visit.address == "https://clinic.example//")
        #expect(try await site.crm.links.record(visit, .person(at: .on(1))) == nil)
        #expect(try await site.house.count("link_clicks") == 0)
    }
}
