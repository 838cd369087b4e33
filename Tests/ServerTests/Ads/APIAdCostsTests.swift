import CRM
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Server

/// Costs and the ads reports, for programs.
@Suite struct APIAdCostsTests {
    private func told(_ body: @escaping @Sendable (AdStory, APIClient) async throws -> Void) async throws {
        let server = try await TestServer()
        let token = try await server.makeToken()
        try await server.test { client in
            let story = AdStory(server: server, client: client)
            try await story.peopleCome()
            try await body(story, APIClient(client: client, token: token))
        }
    }

    private static func cost(_ changes: [String: Any] = [:]) -> [String: Any] {
        let cost: [String: Any] = [
            "platform": "google", "day": AdStory.day, "level": "campaign", "campaignId": "1", "campaignName": "Spring",
            "impressions": 10, "clicks": 2, "cost": 5.25,
        ]
        return cost.merging(changes) { $1 }
    }

    @Test func `costs of a day replace those that were there`() async throws {
        try await told { _, api in
            for (cents, expected) in [(5.25, ["created": 1]), (5.25, ["unchanged": 1]), (6, ["updated": 1])] {
                let answer = try await api.post("/reports/costs", ["costs": [Self.cost(["cost": cents])]])
                #expect(answer.status == 200)
                for (key, count) in expected { #expect(answer[key] as? Int == count) }
            }
            let report = try await api.get("/reports/ads/google?preset=all")
            #expect(report["total.cost"] as? Double == 6 && report["total.contacts"] as? Int == 4)
        }
    }

    @Test func `what makes no sense is named, and nothing is written`() async throws {
        try await told { _, api in
            let wrong: [[String: Any]] = [
                Self.cost(["platform": "bing"]), Self.cost(["level": "planet"]), Self.cost(["day": "2031-01-01"]),
                Self.cost(["cost": -1]), Self.cost(["currency": "QQQ"]), Self.cost(["clicks": -1]),
                Self.cost(["campaignId": NSNull(), "campaignName": ""]),
                Self.cost(["campaignId": String(repeating: "9", count: 101)]),
            ]
            for cost in wrong {
                let answer = try await api.post("/reports/costs", ["costs": [Self.cost(["campaignId": "9"]), cost]])
                #expect(answer.status == 422, "\(cost)")
            }
            let twice = try await api.post("/reports/costs", ["costs": [Self.cost(), Self.cost()]])
            #expect(twice.status == 422)
            let report = try await api.get("/reports/ads/google?preset=all")
            #expect(report["total.cost"] is NSNull)
        }
    }

    @Test func `the report joins by ID, by name where none was sent, and says what does not fit`() async throws {
        try await told { story, api in
            _ = try await story.importCosts(AdStory.google)
            let report = try await api.get("/reports/ads/google?preset=all")
            #expect(report.text("rows.0.key") == "#1" && report["rows.0.figures.contacts"] as? Int == 3)
            #expect(report["rows.0.figures.cost"] as? Double == 120 && report["rows.0.figures.cpl"] as? Double == 40)
            #expect(report.text("spendWithoutLeads.0.name") == "=cmd|'/c calc'!A0")
            #expect(report.text("leadsWithoutSpend.0.name") == AdStory.hostile)
            #expect(report["total.contacts"] as? Int == 4 && report["total.cost"] as? Double == 150.5)
            let groups = try await api.get("/reports/ads/google?preset=all&path=%231")
            #expect(groups.text("rows.0.name") == "Group" && groups["rows.0.figures.contacts"] as? Int == 3)
            let ads = try await api.get("/reports/ads/google?preset=all&path=%231&path=%2310")
            #expect(ads.text("rows.0.name") == "Ad A" && ads["total.contacts"] as? Int == 3)
            let keywords = try await api.get("/reports/ads/google?preset=all&view=keywords&model=latest")
            #expect(keywords.text("level") == "keyword" && keywords["total.contacts"] as? Int == 4)
        }
    }

    @Test func `Facebook's tags mean other things, and a currency without a rate stands apart`() async throws {
        try await told { story, api in
            _ = try await story.importCosts(AdStory.facebook)
            let apart = try await api.get("/reports/ads/facebook?preset=all")
            #expect(apart["rows.0.figures.cost"] as? Double == 0 && apart["rows.0.figures.cpl"] is NSNull)
            #expect(apart.text("rows.0.figures.costApart.0.currency") == "EUR")
            try await story.server.crm.currencies.save(
                story.server.account.id, code: "EUR", rate: "1.2", by: .server, now: story.server.now)
            let report = try await api.get("/reports/ads/facebook?preset=all")
            #expect(report["rows.0.figures.cost"] as? Double == 12 && report["rows.0.figures.contacts"] as? Int == 1)
            let sets = try await api.get("/reports/ads/facebook?preset=all&path=%2377")
            #expect(sets.text("rows.0.name") == "Women")
            let ads = try await api.get("/reports/ads/facebook?preset=all&path=%2377&path=~women")
            #expect(ads.text("rows.0.name") == "Video" && ads["total.contacts"] as? Int == 1)
        }
    }

    @Test func `an export is imported, and the report as CSV runs nothing`() async throws {
        try await told { story, api in
            let answer = try await api.send(.post, "/reports/costs/import", Data(AdStory.google.utf8))
            #expect(answer.status == 200 && answer["created"] as? Int == 2 && answer["leftCount"] as? Int == 1)
            #expect(answer["spent.0.amount"] as? Double == 150.5)
            let again = try await api.send(.post, "/reports/costs/import?dryRun=true", Data(AdStory.google.utf8))
            #expect(again["unchanged"] as? Int == 2)
            let nonsense = try await api.send(.post, "/reports/costs/import", Data("hello".utf8))
            #expect(nonsense.status == 422)
            let response = try await story.client.executeRequest(
                uri: "/reports/ads/google.csv?preset=all", method: .get,
                headers: [.authorization: "Bearer \(api.token ?? "")"], body: nil)
            let csv = String(buffer: response.body)
            #expect(response.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(csv.contains("Spring,1,1000,40,120,3,3,40,") && csv.contains("\r\n'=cmd|'/c calc'!A0,2,"))
            #expect(csv.contains("\r\nTotal,,1500,49,150.5,"))
            // Nothing was won for what was spent.
            #expect(csv.contains(",ROI (%),Currency,") && csv.contains(",-100.0,USD,"))
        }
    }

    @Test func `an address that makes no sense is refused`() async throws {
        try await told { _, api in
            for query in [
                "from=2026-11-02", "from=x&to=y", "path=x", "path=-&path=-&path=-", "sort=x", "limit=0", "model=x",
                "compare=x", "view=x", "filter=x", "preset=x",
            ] {
                let answer = try await api.get("/reports/ads/google?\(query)")
                #expect(answer.status == 422, "\(query)")
            }
        }
    }
}
