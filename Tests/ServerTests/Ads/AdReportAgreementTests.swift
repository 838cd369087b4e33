import CRM
import Foundation
import Testing

@testable import Server

/// Filters, comparison and lists of contacts of the ads reports: every figure has its list.
@Suite struct AdReportAgreementTests {
    private func told(
        _ body: @escaping @Sendable (AdStory, APIClient, Person) async throws -> Void
    ) async throws {
        let server = try await TestServer()
        let token = try await server.makeToken()
        try await server.test { client in
            let story = AdStory(server: server, client: client)
            try await story.peopleCome()
            _ = try await story.importCosts(AdStory.google)
            try await body(story, APIClient(client: client, token: token), try await server.person(client))
        }
    }

    @Test(arguments: ["sort=cost", "sort=contacts", "sort=contacts&order=asc", "sort=name", "sort=name&order=desc"])
    func `the contacts behind the other rows are as many as the report says`(_ order: String) async throws {
        try await told { story, api, person in
            for view in ["", "&view=keywords", "&path=%231", "&path=%231&path=%2310", "&model=latest"] {
                for limit in 1...2 {
                    let query = "preset=all&limit=\(limit)&\(order)\(view)"
                    let report = try await api.get("/reports/ads/google?\(query)")
                    guard let others = report["other.contacts"] as? Int else { continue }
                    let list = try await person.open(
                        "\(story.server.root)/reports/google-ads/contacts?\(query)&other=1&figure=contacts")
                    #expect(list.status == 200 && list.says("The rest"), "\(query)")
                    #expect(list.says(Count.text(others, "contact")), "\(query): \(others)")
                }
            }
        }
    }

    @Test func `the page leads to the contacts of its other row`() async throws {
        try await told { story, _, person in
            let page = try await person.open(story.server.root + "/reports/google-ads?preset=all&limit=1")
            let link = try #require(page.body.firstMatch(of: /href="([^"]*other=1&amp;figure=contacts)"/))
            let list = try await person.open(String(link.1).replacing("&amp;", with: "&"))
            #expect(list.says("1 contact") && list.says("Ad 3") && !list.says("Ad 0"))
        }
    }

    @Test func `filters choose contacts, leave the cost as it is, and stand in every address`() async throws {
        try await told { story, api, person in
            let query = "preset=all&filter=utmCampaign:contains:onerror"
            let report = try await api.get("/reports/ads/google?\(query)")
            #expect(report["total.contacts"] as? Int == 1 && report["total.cost"] as? Double == 150.5)
            #expect((report["spendWithoutLeads"] as? [Any])?.isEmpty == true)
            let page = try await person.open("\(story.server.root)/reports/google-ads?\(query)")
            #expect(page.says("UTM Campaign contains onerror") && page.says("Only contacts that pass the filters"))
            #expect(!page.says("Spend without leads"))
            let address = "filter=utmCampaign%3Acontains%3Aonerror"
            for place in ["google-ads.csv?preset=all&amp;", "sort=clicks&amp;", "google-ads/contacts?preset=all&amp;"] {
                #expect(page.says(place + address), "\(place)")
            }
            let list = try await person.open("\(story.server.root)/reports/google-ads/contacts?\(query)")
            #expect(list.says("1 contact") && list.says("UTM Campaign contains onerror"))
            let typed = try await person.open(
                "\(story.server.root)/reports/google-ads?preset=all&field=utmCampaign&is=is&value=Spring")
            #expect(typed.says("UTM Campaign is Spring"))
        }
    }

    @Test func `a filter that contacts do not have, or that cannot be read, is refused by name`() async throws {
        try await told { _, api, _ in
            for filter in ["conversionKind:is:form", "pipeline:empty", "nonsense", "utmCampaign:like:x"] {
                let answer = try await api.get("/reports/ads/google?filter=\(filter)")
                #expect(answer.status == 422, "\(filter)")
            }
            let many = (0..<20).map { "filter=utmTerm:contains:\($0)" }.joined(separator: "&")
            #expect(try await api.get("/reports/ads/google?\(many)").status == 422)
        }
    }

    @Test func `a campaign that lost its ID is compared with itself, and what is gone is in the total`() async throws {
        try await told { story, api, person in
            _ = try await story.importCosts("Day,Campaign,Impr.,Clicks,Cost\n2026-11-03,spring,10,4,60.00\n")
            let query = "from=2026-11-03&to=2026-11-03&compare=previousPeriod"
            let report = try await api.get("/reports/ads/google?\(query)")
            #expect(report.text("comparedFrom") == "2026-11-02" && report.text("comparedTo") == "2026-11-02")
            #expect(report.text("rows.0.name") == "spring" && report["rows.0.figures.cost"] as? Double == 60)
            #expect(report["rows.0.before.cost"] as? Double == 120 && report["rows.0.before.contacts"] as? Int == 3)
            #expect(report["totalBefore.contacts"] as? Int == 4 && report["totalBefore.cost"] as? Double == 150.5)
            let plain = try await api.get("/reports/ads/google?from=2026-11-03&to=2026-11-03")
            #expect(plain["rows.0.before"] is NSNull && plain["totalBefore"] is NSNull)
            let page = try await person.open("\(story.server.root)/reports/google-ads?\(query)")
            #expect(page.says("compared with 2 Nov 2026") && page.says("Before: $120.00") && page.says("−50 %"))
            #expect(page.says("compare=previousPeriod"))
            let csv = try await person.open("\(story.server.root)/reports/google-ads.csv?\(query)")
            #expect(csv.says("Cost Before") && csv.says("150.5"))
        }
    }
}
