import Attribution
import Testing

@testable import CRM

/// What a click on a trigger link changes.
@Suite struct ClickTests {
    private let offer = "https://clinic.example/offer?utm_source=adwords&utm_campaign=spring&gclid=G1"

    @Test func `a person's click sets Latest by the tags of the target, and First stays`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        let link = try await site.link("Offer", offer)
        let click = try #require(try await site.click(link, ann, .person(at: .on(1))))
        let detail = try await site.contact(ann)
        #expect(detail.first?.source == .crmUI)
        #expect(detail.latest?.source == .paidSearch)
        #expect(detail.latest(.url) == "Trigger Link")
        #expect(detail.latest(.medium) == "trigger_link")
        #expect(detail.latest(.mediumID) == link.id.rawValue)
        #expect(detail.latest(.submissionID) == click.id.rawValue)
        #expect(detail.latest(.utmCampaign) == "spring")
        #expect(detail.latest(.gclid) == "G1")
        #expect(detail.latest(.userAgent) == ClickArrival.phone)
        #expect(detail.latest(.referrer) == nil)
        #expect(detail.latest?.record.createdAt == .on(1))
        #expect(detail.contact.updatedAt == .on(1))
        #expect(try await site.value("contact.last_attribution_session_source", of: detail) == "Paid Search")
    }

    @Test(arguments: [
        ("https://clinic.example/", Source.direct), ("https://clinic.example/?utm_source=newsletter", .direct),
        ("https://clinic.example/?utm_source=fb_ad", .paidSocial), ("https://x.example/?msclkid=M", .paidSearch),
        ("https://x.example/{{contact.first_name}}?ctwa_clid=1", .paidSocial),
    ])
    func `rules 1 to 4 look at the target, and without a tag it is direct`(target: String, source: Source) async throws
    {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        try await site.click(try await site.link("L", target), ann, .person(at: .on(1)))
        #expect(try await site.contact(ann).latest?.source == source)
    }

    @Test func `a value that the contact chose is no tag of the target's`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "&gclid=forged"])
        let link = try await site.link("L", "https://clinic.example/?n={{contact.first_name}}")
        try await site.click(link, ann, .person(at: .on(1)))
        #expect(try await site.contact(ann).latest?.source == .direct)
        #expect(try await site.contact(ann).latest(.gclid) == nil)
    }

    @Test func `a click cannot be split off its contact`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        let click = try #require(try await site.click(try await site.link("L", offer), ann, .person(at: .on(1))))
        await #expect(throws: UndoError.linkClick) {
            _ = try await site.house.crm.undo.split(site.account, click.conversion, now: .on(2))
        }
        #expect(try await site.contact(ann).latest?.source == .paidSearch)
    }

    @Test func `a click is a conversion and stands in no list of submissions`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        try await site.click(try await site.link("L", offer), ann, .person(at: .on(1)))
        #expect(try await site.house.count("conversions", where: "kind = 'trigger_link'") == 1)
        #expect(try await site.submissions().isEmpty)
    }

    @Test(arguments: [ClickSign.head, .prefetch, .agent, .headless])
    func `a program's visit is written down and touches nothing`(sign: ClickSign) async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        let link = try await site.link("L", offer)
        #expect(try await site.click(link, ann, .program(sign, at: .on(1)))?.sign == sign)
        let detail = try await site.contact(ann)
        #expect(detail.latest?.source == .crmUI)
        #expect(detail.contact.updatedAt == .start)
        #expect(
            try await site.crm.links.tallies(site.account)[link.id]
                == LinkTally(clicks: 0, contacts: 0, scans: 1, lastAt: nil))
        #expect(try await site.house.count("conversions") == 0)
    }

    @Test func `a program that opens every link of a message changes nothing, not even by the first of them`()
        async throws
    {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        let earlier = try await site.link("Earlier", "https://clinic.example/?utm_source=fb_ad")
        try await site.click(earlier, ann, .person(at: .on(1)))
        let links = [
            try await site.link("One", offer), try await site.link("Two", "https://clinic.example/"),
            try await site.link("Three", "https://clinic.example/3"),
        ]
        for (index, link) in links.enumerated() {
            try await site.click(link, ann, .person(at: .on(2) + Milliseconds(index) * .second))
        }
        #expect(try await site.contact(ann).latest?.source == .paidSocial)
        #expect(try await site.contact(ann).first?.source == .crmUI)
        let tallies = try await site.crm.links.tallies(site.account)
        for link in links { #expect(tallies[link.id]?.clicks == 0 && tallies[link.id]?.scans == 1) }
        #expect(try await site.house.count("conversions") == 1)
        try await site.click(links[1], ann, .person(at: .on(3)))
        #expect(try await site.contact(ann).latest?.source == .direct)
    }

    @Test func `a contact whose only attribution was a program's has none`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        try await site.house.database.write { connection in
            try connection.execute(
                "update contacts set first_attribution_id = null, latest_attribution_id = null, first_source = null, latest_source = null"
            )
            try connection.execute("delete from attributions")
        }
        let (one, two) = (try await site.link("One", offer), try await site.link("Two", offer))
        try await site.click(one, ann, .person(at: .on(1)))
        #expect(try await site.contact(ann).first?.source == .paidSearch)
        try await site.click(two, ann, .person(at: .on(1) + .second))
        #expect(try await site.contact(ann).first == nil)
        #expect(try await site.contact(ann).latest == nil)
    }

    @Test func `the same click again within seconds is one click`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        let link = try await site.link("L", offer)
        try await site.click(link, ann, .person(at: .on(1)))
        #expect(try await site.click(link, ann, .person(at: .on(1) + 3 * .second)) == nil)
        try await site.click(link, ann, .person(at: .on(1, minute: 1)))
        #expect(
            try await site.crm.links.tallies(site.account)[link.id]
                == LinkTally(clicks: 2, contacts: 1, scans: 0, lastAt: .on(1, minute: 1)))
    }

    @Test func `clicks that arrive at the same moment are one click`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        let link = try await site.link("L", offer)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { try await site.click(link, ann, .person(at: .on(1))) } }
            try await group.waitForAll()
        }
        #expect(try await site.house.count("link_clicks") == 1)
        #expect(try await site.house.count("conversions") == 1)
    }

    @Test func `links of one message that are opened at the same moment count for nothing`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        var links: [TriggerLink] = []
        for number in 1...6 { links.append(try await site.link("L\(number)", offer)) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for link in links { group.addTask { try await site.click(link, ann, .person(at: .on(1))) } }
            try await group.waitForAll()
        }
        #expect(try await site.contact(ann).latest?.source == .crmUI)
        #expect(try await site.house.count("link_clicks", where: "sign = 'burst'") == 6)
        #expect(try await site.house.count("conversions") == 0)
    }

    @Test func `a click ties no visitor to the contact`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        let visit = site.visit(site.browser(), to: "https://clinic.example/offer", at: .on(1))
        try await site.record(visit.page())
        try await site.click(try await site.link("L", "https://clinic.example/offer"), ann, .person(at: .on(1)))
        #expect(try await site.contact(ann).visitors.isEmpty)
        #expect(try await site.sessions(of: ann).isEmpty)
    }

    @Test func `an address of the network is kept as the account says`() async throws {
        let site = try await Site { $0.ipStorage = .never }
        let ann = try await site.create([.firstName: "Ann"])
        try await site.click(try await site.link("L", offer), ann, .person(at: .on(1)))
        #expect(try await site.contact(ann).latest(.ip) == nil)
    }

    @Test func `clicks go with their contact`() async throws {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann"])
        try await site.click(try await site.link("L", offer), ann, .person(at: .on(1)))
        try await site.crm.contacts.delete(site.account, ann, now: .on(1))
        for table in ["link_clicks", "conversions", "attributions"] {
            #expect(try await site.house.count(table) == 0)
        }
    }
}
