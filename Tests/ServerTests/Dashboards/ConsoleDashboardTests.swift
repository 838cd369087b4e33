import CRM
import HummingbirdTesting
import Testing

@testable import Server

/// Dashboards in the console.
@Suite struct ConsoleDashboardTests {
    /// A console whose account has seen the story of the reports.
    private func told(_ body: @escaping @Sendable (TestServer, Person) async throws -> Void) async throws {
        let server = try await TestServer()
        let token = try await server.makeToken()
        try await server.test { client in
            let story = ReportStory(server: server, client: client)
            try await story.everything()
            try await story.sale(APIClient(client: client, token: token))
            try await body(server, try await server.person(client))
        }
    }

    private func dashboards(_ server: TestServer) async throws -> [Dashboard] {
        try await server.crm.dashboards.all(server.account.id)
    }

    @Test func `a dashboard made from the overview shows the account's figures, and the widget of lead sources`()
        async throws
    {
        try await told { server, person in
            let list = try await person.open("\(server.root)/dashboards")
            #expect(list.says("No dashboards yet") && list.says("Paid ads"))
            try Golden.check("dashboards-empty", list.body)
            let made = try await person.send(
                "\(server.root)/dashboards", [("name", "Monday"), ("template", "overview")])
            let page = try await person.follow(made)
            #expect(page.status == 200 && page.says("Dashboard added."))
            for text in ["Lead source", "Visits", "$1,500.50", "Paid Search", "class=\"chart\"", "From visit to sale"] {
                #expect(page.says(text), "\(text)")
            }
            #expect(!page.says("<img src=x") && page.says("&lt;img src=x"))
            #expect(try await person.open("\(server.root)/dashboards").says("Monday"))
        }
    }

    @Test(arguments: ["paid-ads", "seo", "front-desk"])
    func `every template can be answered`(template: String) async throws {
        try await told { server, person in
            let made = try await person.send("\(server.root)/dashboards", [("template", template)])
            let page = try await person.follow(made)
            #expect(page.status == 200 && !page.says("cannot be answered") && page.says("widget at-1"))
        }
    }

    @Test func `without a script a widget is added, changed, moved, resized and removed by forms`() async throws {
        try await told { server, person in
            let made = try await person.send("\(server.root)/dashboards", [("name", "Mine"), ("template", "blank")])
            let editor = try #require(made.location)
            #expect(try await person.follow(made).says("Add the first widget"))
            let root = String(editor.dropLast("/edit".count))
            #expect(try await person.open("\(root)/widgets/new").says("Only where"))
            let refused = try await person.send(
                "\(root)/widgets", [("revision", "1"), ("title", "<b>"), ("kind", "donut"), ("subject", "contacts")])
            #expect(refused.status == 422 && refused.says("divided by exactly one field"))
            #expect(refused.says("value=\"&lt;b&gt;\""))
            _ = try await person.send(
                "\(root)/widgets",
                [
                    ("revision", "1"), ("title", "Sources"), ("kind", "donut"), ("subject", "contacts"),
                    ("group-1", "sessionSource"), ("filter-field-1", "utmMedium"), ("filter-how-1", "isAny"),
                    ("filter-values-1", "cpc\nppc"),
                ])
            _ = try await person.send(
                "\(root)/widgets",
                [("revision", "2"), ("title", "How many"), ("kind", "number"), ("subject", "visits")])
            var dashboard = try #require(try await dashboards(server).first)
            #expect(dashboard.widgets.map(\.title) == ["Sources", "How many"])
            let donut = try #require(dashboard.widgets.first)
            #expect(
                donut.question.filters
                    == [WidgetFilter(.attribution(.utmMedium), .isAny(of: ["cpc", "ppc"]))])
            let page = try await person.open(editor)
            #expect(page.says("Move right: Sources") && page.says("Wider: Sources"))
            let widget = "\(root)/widgets/\(donut.id)"
            _ = try await person.send("\(widget)/move", [("revision", "3"), ("step", "wider")])
            _ = try await person.send(
                "\(widget)/move",
                [("revision", "4"), ("column", "7"), ("row", "0"), ("width", "5"), ("height", "2")])
            dashboard = try #require(try await dashboards(server).first)
            #expect(dashboard.widgets.first { $0.id == donut.id }?.place.column == 7)
            #expect(try await person.open(widget).says("<option value=\"sessionSource\" selected>"))
            _ = try await person.send(
                widget,
                [
                    ("revision", "5"), ("title", "By page"), ("kind", "bar"), ("subject", "visits"),
                    ("group-1", "landingPage"),
                ])
            #expect(try await person.open(root).says("By page"))
            #expect(try await person.open("\(widget)/remove").says("Remove “By page”?"))
            let removed = try await person.send("\(widget)/remove", [("revision", "6")])
            let left = try await person.follow(removed)
            #expect(!left.says("By page"))
        }
    }

    @Test func `what somebody else has changed meanwhile is shown and not overwritten`() async throws {
        try await told { server, person in
            _ = try await person.send("\(server.root)/dashboards", [("name", "Mine"), ("template", "overview")])
            let dashboard = try #require(try await dashboards(server).first)
            let first = try #require(dashboard.widgets.first)
            let root = "\(server.root)/dashboards/\(dashboard.id)"
            _ = try await person.send("\(root)/edit", [("revision", "1"), ("name", "Theirs")])
            let late = try await person.send("\(root)/widgets/\(first.id)/remove", [("revision", "1")])
            #expect(try await person.follow(late).says("somebody else has changed the dashboard"))
            let typed = try await person.send(
                "\(root)/widgets/\(first.id)",
                [("revision", "1"), ("title", "Typed"), ("kind", "number"), ("subject", "visits")])
            #expect(typed.status == 422 && typed.says("value=\"Typed\"") && typed.says("value=\"2\""))
            let left = try #require(try await dashboards(server).first)
            #expect(left.name == "Theirs" && left.widgets == dashboard.widgets)
        }
    }

    @Test func `a widget whose field was removed says so in its place, and the others show`() async throws {
        try await told { server, person in
            let field = try await server.crm.fields.create(
                server.account.id, name: "Doctor", type: .text, options: [], fillable: true, derivedFrom: nil,
                now: server.now)
            var draft = DashboardDraft(name: "Mine")
            var widget = WidgetDocument(title: "Doctors", kind: "donut", subjects: ["contacts"], metrics: ["count"])
            widget.groups = ["customField.\(field.id)"]
            try draft.add(widget, id: server.crm.ids.identifier(at: server.now))
            try draft.add(
                WidgetDocument(title: "Everybody", kind: "number", subjects: ["contacts"], metrics: ["count"]),
                id: server.crm.ids.identifier(at: server.now))
            let dashboard = try await server.crm.dashboards.create(
                server.account.id, draft, by: .command, now: server.now)
            try await server.crm.fields.delete(server.account.id, field.id, by: .command, now: server.now)
            let page = try await person.open("\(server.root)/dashboards/\(dashboard.id)")
            #expect(page.says("A field that this widget asks for was removed"))
            #expect(page.says("<p class=\"figure\">3</p>"))
        }
    }

    @Test func `each chart is an SVG file and each widget's figures a CSV file`() async throws {
        try await told { server, person in
            _ = try await person.send("\(server.root)/dashboards", [("template", "overview")])
            let dashboard = try #require(try await dashboards(server).first)
            let root = "\(server.root)/dashboards/\(dashboard.id)/widgets"
            let table = try #require(dashboard.widgets.first { $0.kind == .table })
            let csv = try await person.open("\(root)/\(table.id)/table.csv")
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(csv.says("Session Source,UTM Campaign,Contacts\r\n") && csv.says("Paid Search"))
            #expect(csv.says("Total,,3"))
            let donut = try #require(dashboard.widgets.first { $0.kind == .donut })
            let svg = try await person.open("\(root)/\(donut.id)/chart.svg")
            #expect(svg.headers[.contentType] == "image/svg+xml; charset=utf-8" && svg.says("<svg"))
            #expect(try await person.open("\(root)/\(table.id)/chart.svg").status == 404)
            #expect(try await person.open("\(root)/nobody/table.csv").status == 404)
        }
    }

    @Test func `the rows of a table that are not shown are one row, and what stands there makes up the total`()
        async throws
    {
        try await told { server, person in
            _ = try await person.send("\(server.root)/dashboards", [("template", "blank")])
            let id = try #require(try await dashboards(server).first).id
            let root = "\(server.root)/dashboards/\(id)"
            _ = try await person.send(
                "\(root)/widgets",
                [
                    ("revision", "1"), ("kind", "table"), ("subject", "contacts"), ("limit", "1"),
                    ("group-1", "sessionSource"), ("group-2", "utmCampaign"),
                ])
            let page = try await person.open(root)
            #expect(page.says(">The rest</span>") && !page.says("not shown"))
            let widget = try #require(try await dashboards(server).first?.widgets.first)
            let csv = try await person.open("\(root)/widgets/\(widget.id)/table.csv")
            let name = try #require(csv.headers[.contentDisposition])
            #expect(name.hasPrefix("attachment; filename=\"headwater-contacts-clinic-20"))
            let lines = csv.body.split(whereSeparator: \.isNewline)
                .map { $0.split(separator: ",").last.flatMap { Int($0) } }
            let figures = try #require(lines.count == 4 ? lines.dropFirst().compactMap(\.self) : nil)
            #expect(figures.count == 3 && figures[0] + figures[1] == figures[2])
        }
    }

    @Test func `who sees only their own contacts sees no dashboard and no way to one`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client, role: .user)
            #expect(try await person.open("\(server.root)/contacts").says("/dashboards\""))
            #expect(try await person.open("\(server.root)/dashboards").status == 200)
            try await server.seesAssignedOnly()
            #expect(try await person.open("\(server.root)/dashboards").status == 403)
            #expect(try await person.send("\(server.root)/dashboards", [("template", "seo")]).status == 403)
            let contacts = try await person.open("\(server.root)/contacts")
            #expect(!contacts.says("/dashboards\""))
        }
    }

    @Test func `a dashboard is copied into another account that its reader sees`() async throws {
        let server = try await TestServer()
        let other = try await server.crm.accounts.create(name: "Other", domains: [], now: server.now)
        try await server.test { client in
            let person = try await server.person(client)
            _ = try await person.send("\(server.root)/dashboards", [("name", "Mine"), ("template", "seo")])
            let dashboard = try #require(try await dashboards(server).first)
            let page = try await person.open("\(server.root)/dashboards/\(dashboard.id)/copy")
            #expect(page.says("Other"))
            let copied = try await person.send(
                "\(server.root)/dashboards/\(dashboard.id)/copy", [("name", "Theirs"), ("account", other.locationID)])
            #expect(copied.location?.hasPrefix("/a/\(other.locationID)/dashboards/") == true)
            let there = try await server.crm.dashboards.all(other.id)
            #expect(there.map(\.name) == ["Theirs"] && there.first?.widgets.count == dashboard.widgets.count)
        }
    }
}

extension TestServer {
    fileprivate func seesAssignedOnly() async throws {
        try await database.write {
            try $0.execute("update users set sees_assigned_only = $1 where role = 'user'", [true])
        }
    }
}
