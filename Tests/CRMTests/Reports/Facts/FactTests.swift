import Database
import Testing

@testable import CRM

/// What reports read is, whatever happens, what it would be if it were made from nothing.
@Suite struct FactTests {
    @Test(arguments: FactChange.allCases)
    func `after a change, the facts are those that are made from nothing`(change: FactChange) async throws {
        let story = try await FactStory()
        let before = try await story.site.facts()
        try await change.apply(to: story)
        let after = try await story.site.facts()
        #expect(try await story.site.house.count("report_marks") == 0)
        let anew = try await story.site.factsFromNothing()
        #expect(after == anew)
        #expect((after == before) == change.endsAsBefore)
    }

    @Test func `a visit, a contact, a conversion, an opportunity and a win say what their records say`() async throws {
        let story = try await FactStory()
        let lines = try await story.site.facts()
        let moment = Milliseconds.on(0)
        #expect(
            lines.contains {
                $0.hasPrefix("visits \(moment) ")
                    && $0.hasSuffix(
                        "first.campaignId=7 first.gclid=present first.landingHost=clinic.example "
                            + "first.landingPage=clinic.example/offer first.sessionSource=paid_search "
                            + "first.utmCampaign=Spring first.utmContent={ad} first.utmSource=adwords")
            })
        let ann = try #require(lines.first { $0.hasPrefix("contacts ") && $0.contains(story.ann.rawValue) })
        for part in [
            "contactSource=Contact us", "customField.\(story.budget)=100", "first.medium=External Form",
            "first.form=Contact us", "first.sessionSource=paid_search", "latest.sessionSource=organic_search",
            "latest.referrerHost=www.google.com", "tag=vip",
        ] {
            #expect(ann.contains(part), "\(part)")
        }
        #expect(!ann.contains("latest.utmSource"))
        #expect(lines.filter { $0.hasPrefix("conversions ") }.count == 3)
        #expect(lines.contains { $0.contains("conversionKind=form") && $0.contains(story.bob.rawValue) })
        #expect(lines.filter { $0.hasPrefix("opportunities ") }.count == 2)
        let win = try #require(lines.first { $0.hasPrefix("wins ") })
        #expect(win.hasPrefix("wins \(Milliseconds.on(5)) \(story.ann) 100000 "))
        #expect(win.contains("currency=USD") && win.contains("status=won"))
    }

    @Test func `a page view of a visit that is known marks nothing`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        try await site.record(visit.page())
        _ = try await site.facts()
        try await site.record(visit.page(minute: 1), visit.page(minute: 2), visit.custom("Scrolled", minute: 3))
        #expect(try await site.house.count("report_marks") == 0)
    }

    @Test func `a change that is rolled back leaves no mark`() async throws {
        let story = try await FactStory()
        _ = try await story.site.facts()
        struct Regret: Error {}
        await #expect(throws: Regret.self) {
            try await story.site.house.database.write { connection in
                try connection.execute("delete from contact_tags")
                throw Regret()
            }
        }
        #expect(try await story.site.house.count("report_marks") == 0)
    }

    @Test func `options that are written otherwise divide the texts that were given before`() async throws {
        let site = try await Site()
        let field = try await site.crm.fields.create(
            site.account, name: "Days", type: .multiSelect, options: ["Mon", "Tue, early"], fillable: true,
            derivedFrom: nil, now: .start)
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com", "days": "Mon, Tue, early"]))
        let before = try await site.facts()
        #expect(before.contains { $0.contains("=Mon|Tue, early") })
        _ = try await site.crm.fields.change(site.account, field.id, by: .server, now: .on(8)) {
            $0.options = ["MON", "Tue", "early"]
        }
        let after = try await site.facts()
        #expect(after.contains { $0.contains("=MON|Tue|early") })
        #expect(try await site.factsFromNothing() == after)
    }
}
