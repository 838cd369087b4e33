import CRM
import Foundation
import Testing

@testable import Server

/// Dashboards, as programs keep them.
@Suite struct APIDashboardTests {
    private static var donut: [String: Any] {
        [
            "title": "Sources", "kind": "donut", "subjects": ["contacts"], "groups": ["sessionSource"],
            "model": "latest",
            "filters": [["field": "utmMedium", "is": ["cpc", ""]], ["field": "tag", "empty": true]], "limit": 5,
        ]
    }

    @Test func `a dashboard is made, read, replaced, listed and deleted`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            let made = try await api.post(
                "/reports/dashboards",
                ["name": "Mine", "period": ["preset": "last7Days"], "widgets": [Self.donut]])
            #expect(made.status == 201 && made["dashboard.revision"] as? Int == 1)
            let id = try #require(made.text("dashboard.id"))
            #expect(
                made.text("dashboard.widgets.0.kind") == "donut" && made.text("dashboard.widgets.0.model") == "latest")
            #expect(made.text("dashboard.widgets.0.filters.0.is.0") == "cpc")
            let read = try await api.get("/reports/dashboards/\(id)")
            #expect(read.text("dashboard.period.preset") == "last7Days")
            let change: [String: Any] = [
                "name": "Ours", "revision": 1, "period": ["from": "2026-11-01", "to": "2026-11-30"],
                "widgets": [Self.donut, ["kind": "funnel", "subjects": ["visits", "contacts", "wins"]]],
            ]
            let replaced = try await api.put("/reports/dashboards/\(id)", change)
            #expect(replaced.status == 200 && replaced["dashboard.revision"] as? Int == 2)
            #expect(replaced.text("dashboard.period.from") == "2026-11-01")
            #expect(try await api.put("/reports/dashboards/\(id)", change).status == 409)
            let list = try await api.get("/reports/dashboards")
            #expect(list.text("dashboards.0.name") == "Ours")
            #expect(try await api.delete("/reports/dashboards/\(id)").status == 200)
            #expect(try await api.get("/reports/dashboards/\(id)").text("message") == "Dashboard not found")
        }
    }

    @Test func `a template is filled with its widgets`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            for template in DashboardTemplate.allCases {
                let made = try await api.post(
                    "/reports/dashboards", ["name": "x", "template": template.rawValue, "widgets": [Self.donut]])
                #expect(made.status == 201)
                let widgets = made["dashboard.widgets"] as? [Any]
                #expect(template == .blank ? widgets?.count == 1 : (widgets?.count ?? 0) > 9)
            }
        }
    }

    /// Widgets that none can be, and the member that is at fault.
    private static let refused: [(String, String)] = [
        (#"{"kind": "donut", "subjects": ["contacts"]}"#, "widgets.0.groups"),
        (#"{"kind": "pie", "subjects": ["contacts"]}"#, "widgets.0.kind"),
        (#"{"kind": "number", "subjects": ["visits"], "metrics": ["sum"]}"#, "widgets.0.groups"),
        (#"{"kind": "number", "subjects": ["contacts"], "groups": ["tag"]}"#, "widgets.0.groups"),
        (#"{"kind": "bar", "subjects": ["contacts"], "groups": ["shoeSize"]}"#, "widgets.0.groups"),
        (#"{"kind": "funnel", "subjects": ["contacts"]}"#, "widgets.0.subjects"),
        (
            #"{"kind": "number", "subjects": ["visits"], "filters": [{"field": "tag", "is": ["a"]}]}"#,
            "widgets.0.groups"
        ),
        (#"{"kind": "number", "subjects": ["contacts"], "filters": [{"field": "tag"}]}"#, "widgets.0.filters"),
        (
            #"{"kind": "number", "subjects": ["contacts"], "period": {"from": "2026-02-30", "to": "2026-03-01"}}"#,
            "widgets.0.period"
        ),
        (
            #"{"kind": "donut", "subjects": ["contacts"], "groups": ["tag"], "compare": "previousYear"}"#,
            "widgets.0.compare"
        ),
        (#"{"kind": "number", "subjects": ["contacts"], "limit": 0}"#, "widgets.0.limit"),
    ]

    @Test(arguments: refused)
    func `what no widget can be is refused by the name of its member`(widget: String, member: String) async throws {
        let server = try await TestServer()
        try await server.api { api in
            let body = Data(#"{"name": "x", "widgets": [\#(widget)]}"#.utf8)
            let answer = try await api.send(.post, "/reports/dashboards", body)
            #expect(answer.status == 422)
            #expect(answer.problems.contains { $0.hasPrefix(member) }, "\(answer.problems)")
        }
    }
}
