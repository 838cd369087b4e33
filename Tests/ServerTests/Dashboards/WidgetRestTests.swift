import CRM
import HummingbirdTesting
import Testing

@testable import Server

/// What becomes of the groups that a widget does not show by themselves.
@Suite struct WidgetRestTests {
    /// Reads the lines of a widget's file, over the story of the reports, and the page of its dashboard.
    private func reading(
        _ widget: WidgetDocument, _ body: @escaping @Sendable (_ csv: [String], _ page: String) -> Void
    ) async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await ReportStory(server: server, client: client).everything()
            let person = try await server.person(client)
            var draft = DashboardDraft(name: "Mine")
            let id: WidgetID = server.crm.ids.identifier(at: server.now)
            try draft.add(widget, id: id)
            let dashboard = try await server.crm.dashboards.create(
                server.account.id, draft, by: .command, now: server.now)
            let root = "\(server.root)/dashboards/\(dashboard.id)"
            let csv = try await person.open("\(root)/widgets/\(id)/table.csv").body
            body(csv.split(whereSeparator: \.isNewline).map(String.init), try await person.open(root).body)
        }
    }

    private func widget(_ kind: String, _ subject: String, _ metric: String) -> WidgetDocument {
        var widget = WidgetDocument(title: "Mine", kind: kind, subjects: [subject], metrics: [metric])
        widget.groups = ["utmCampaign"]
        widget.limit = 1
        return widget
    }

    @Test func `of things that add up the rest is one more line, and all lines make up the whole`() async throws {
        try await reading(widget("line", "contacts", "count")) { csv, page in
            #expect(csv.first?.lowercased().hasSuffix("day,spring,the rest") == true)
            let days = csv.dropFirst().map { $0.split(separator: ",").dropFirst().compactMap { Int($0) } }
            #expect(days.allSatisfy { $0.count == 2 })
            let sums = [0, 1].map { column in days.reduce(0) { $0 + ($1.count > column ? $1[column] : 0) } }
            #expect(sums == [2, 1])
            #expect(page.contains("line other d2") && !page.contains("not drawn"))
        }
    }

    @Test(arguments: [("line", "drawn"), ("bar", "shown"), ("donut", "shown")])
    func `of what does not add up the page and the file say how many groups are left out`(
        kind: String, word: String
    ) async throws {
        try await reading(widget(kind, "visits", "visitors")) { csv, page in
            #expect(csv.last == "2 more groups not \(word).,")
            #expect(page.contains("2 more groups not \(word).") && !page.contains("The rest"))
        }
    }

    @Test func `a table that does not add up says how many rows are left out`() async throws {
        try await reading(widget("table", "visits", "visitors")) { csv, page in
            #expect(csv.last == "2 more rows not shown.,")
            #expect(page.contains("2 more rows not shown."))
        }
    }
}
