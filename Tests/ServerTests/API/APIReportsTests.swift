import CRM
import Foundation
import HummingbirdTesting
import Testing

@testable import Server

/// Reports, for programs.
@Suite struct APIReportsTests {
    private func told(_ body: @escaping @Sendable (TestServer, APIClient) async throws -> Void) async throws {
        let server = try await TestServer()
        let token = try await server.makeToken()
        try await server.test { client in
            let api = APIClient(client: client, token: token)
            let story = ReportStory(server: server, client: client)
            try await story.everything()
            try await story.sale(api)
            try await body(server, api)
        }
    }

    @Test func `the report answers with rows, total and what was before`() async throws {
        try await told { _, api in
            let answer = try await api.get("/reports/attribution?preset=last7Days&compare=previousPeriod&visitors=true")
            #expect(answer.status == 200)
            #expect(answer.text("level.field") == "sessionSource" && answer.text("currency") == "USD")
            #expect(answer.text("rows.0.key") == "paid_search" && answer.text("rows.0.name") == "Paid Search")
            #expect(answer["rows.0.figures.contacts"] as? Int == 3)
            #expect(answer["total.contacts"] as? Int == 3 && answer["total.revenue"] as? Double == 1500.5)
            #expect(answer["totalBefore.contacts"] as? Int == 0)
            #expect(answer["total.visitors"] as? Int == 4)
            #expect(answer.text("comparedTo") == "2026-10-26")
        }
    }

    @Test func `a path opens a row, and a limit gathers the rest`() async throws {
        try await told { _, api in
            let answer = try await api.get("/reports/attribution?path=paid_search&path=cpc&limit=1")
            #expect(answer.text("level.field") == "utmCampaign")
            #expect(answer["rows.0.figures.contacts"] as? Int == 2 && answer["other.figures.contacts"] as? Int == 1)
            #expect(answer["otherCount"] as? Int == 1)
            let deep = try await api.get("/reports/attribution?path=direct&path=x&path=y")
            #expect(deep.status == 422)
        }
    }

    @Test func `the matrix counts first against latest`() async throws {
        try await told { _, api in
            let answer = try await api.get("/reports/attribution/matrix")
            #expect(answer["total"] as? Int == 3)
            let numbers = (answer["contacts"] as? [[Int]])?.flatMap { $0 } ?? []
            #expect(numbers.reduce(0, +) == 3 && numbers.contains(1) && numbers.contains(2))
        }
    }

    @Test func `a timeline has a value for every step`() async throws {
        try await told { _, api in
            let answer = try await api.get(
                "/reports/attribution/timeline?from=2026-11-01&to=2026-11-03&figure=contacts&bucket=day")
            #expect(answer["days"] as? [String] == ["2026-11-01", "2026-11-02", "2026-11-03"])
            #expect(answer["series.0.values"] as? [Int] == [0, 3, 0])
            let revenue = try await api.get("/reports/attribution/timeline?figure=revenue&preset=today")
            #expect(revenue.text("currency") == "USD")
        }
    }

    @Test func `a question of a program's own is answered`() async throws {
        try await told { server, api in
            let answer = try await api.post(
                "/reports/query",
                [
                    "subject": "contacts", "groups": [["field": "utmCampaign", "model": "first"]], "bucket": "day",
                    "filters": [["field": "utmCampaign", "contains": "spring"]], "from": "2026-11-01",
                    "to": "2026-11-05",
                ])
            #expect(answer.status == 200)
            #expect(answer.text("rows.0.keys.0.key") == "spring")
            #expect(answer.text("rows.0.bucket") == "2026-11-02")
            #expect(answer["rows.0.values.0.value"] as? Int == 2 && answer["total.0.value"] as? Int == 2)
            let revenue = try await api.post(
                "/reports/query", ["subject": "wins", "metrics": ["sum", "count"], "preset": "thisMonth"])
            #expect(revenue["total.0.value"] as? Double == 1500.5 && revenue["total.1.value"] as? Int == 1)
        }
    }

    @Test(
        arguments: [
            ["subject": "visits", "metrics": ["sum"]], ["subject": "visits", "groups": [["field": "tag"]]],
            ["subject": "contacts", "groups": [["field": "nothing"]]], ["subject": "feelings"],
            ["subject": "contacts", "filters": [["field": "tag"]]], ["subject": "contacts", "from": "2026-11-05"],
            ["subject": "contacts", "from": "2026-11-05", "to": "2026-11-01"],
        ] as [[String: any Sendable]])
    func `a question without a meaning is refused`(body: [String: any Sendable]) async throws {
        let server = try await TestServer()
        try await server.api { api in
            let answer = try await api.post("/reports/query", body)
            #expect(answer.status == 422)
        }
    }

    @Test(arguments: [
        "preset=tomorrow", "from=2026-11-05", "from=2026-11-05&to=2026-11-01", "filter=utmCampaign", "sort=x",
        "limit=0",
        "model=both", "compare=x", "order=x", "visitors=maybe", "filter=utmCampaign:contains:", "filter=bogus",
        "filter=conversionKind:is:x", "from=0026-11-01&to=2026-11-22",
    ])
    func `a parameter without a meaning is refused`(query: String) async throws {
        let server = try await TestServer()
        try await server.crm.facts.catchUp(now: server.now)
        try await server.api { api in
            let answer = try await api.get("/reports/attribution?\(query)")
            #expect(answer.status == 422)
        }
    }

    @Test func `every filter counts, and more of them than can be asked are refused`() async throws {
        try await told { _, api in
            let passing = ReportDimension.allCases.filter { $0 != .utmCampaign }.prefix(17)
                .map { "filter=\($0.rawValue):isNot:zzz" }
            let all = try await api.get("/reports/attribution?" + passing.joined(separator: "&"))
            #expect(all["total.contacts"] as? Int == 3)
            let none = passing + ["filter=utmCampaign:contains:nobody"]
            let answer = try await api.get("/reports/attribution?" + none.joined(separator: "&"))
            #expect(answer["total.contacts"] as? Int == 0)
            let more = none + ["filter=tag:notEmpty", "filter=contactSource:notEmpty", "filter=tag:empty"]
            #expect(try await api.get("/reports/attribution?" + more.joined(separator: "&")).status == 422)
        }
    }

    @Test func `figures that are still being counted are asked for again in a moment`() async throws {
        let server = try await TestServer()
        let token = try await server.makeToken()
        try await server.test { client in
            try await Story(server: server, client: client).everything()
            try await ReportStory(server: server, client: client).begin()
            let answer = try await APIClient(client: client, token: token).get("/reports/attribution")
            #expect(answer.status == 503 && answer.headers[.retryAfter] == "2")
        }
    }

    @Test func `the CSV and the scope`() async throws {
        try await told { server, api in
            let csv = try await api.client.executeRequest(
                uri: "/reports/attribution.csv?path=paid_search", method: .get,
                headers: [.authorization: "Bearer \(api.token ?? "")"], body: nil)
            #expect(csv.status == .ok && csv.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(String(buffer: csv.body).contains("UTM Medium,,cpc,"))
            #expect(csv.headers[.contentDisposition]?.contains("filename=\"headwater-attribution-") == true)
            let compared = try await api.client.executeRequest(
                uri: "/reports/attribution.csv?compare=previousPeriod", method: .get,
                headers: [.authorization: "Bearer \(api.token ?? "")"], body: nil)
            #expect(String(buffer: compared.body).contains("Revenue Without A Rate,Visits Before,"))
            let wrong = try await api.get("/reports/attribution.csv?from=2026-11-05&to=2026-11-01")
            #expect(wrong.status == 422)
            let other = APIClient(client: api.client, token: try await server.makeToken([.readContacts]))
            #expect(try await other.get("/reports/attribution").status == 403)
        }
    }
}
