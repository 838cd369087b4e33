import Attribution
import CRM
import Foundation
import HummingbirdTesting
import Testing

@testable import Server

@Suite struct ConsoleReportTests {
    /// A console whose account has seen the story.
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

    /// The addresses that a page leads to, as a browser reads them.
    private func links(_ page: Person.Answer, to part: String) -> [String] {
        page.body.matches(of: /href="([^"]*)"/).map { String($0.1).replacing("&amp;", with: "&") }
            .filter { $0.contains(part) }
    }

    @Test func `the report shows every source with its figures, charts and both attributions together`() async throws {
        try await told { server, person in
            let page = try await person.open("\(server.root)/reports?open=paid_search&open=paid_search%2Fcpc")
            #expect(page.status == 200)
            for text in [
                "Paid Search", "Organic Search", "$1,500.50", "First and Latest together", "Contacts by source",
                "Contacts by day", "UTM Campaign", "class=\"chart\"",
            ] {
                #expect(page.says(text), "\(text)")
            }
            #expect(!page.says("<img src=x") && page.says("&lt;img src=x onerror=alert(1)&gt;"))
            try Golden.check("reports", page.body)
        }
    }

    @Test func `a first report has nothing to show and says so`() async throws {
        let server = try await TestServer()
        try await server.crm.facts.catchUp(now: server.now)
        try await server.test { client in
            let page = try await server.person(client).open("\(server.root)/reports")
            #expect(page.says("Nothing to report"))
            try Golden.check("reports-empty", page.body)
        }
    }

    @Test func `reports that are still being made say how far they are, and come back by themselves`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).everything()
            try await ReportStory(server: server, client: client).begin()
            let person = try await server.person(client)
            let page = try await person.open("\(server.root)/reports")
            #expect(page.status == 200 && page.says("being prepared") && page.says("<progress"))
            #expect(page.headers[.refresh] == "2")
            #expect(try await person.open("\(server.root)/reports/attribution.csv").status == 503)
            #expect(try await person.open("\(server.root)/reports/contacts").status == 503)
        }
    }

    @Test func `every figure leads to as many contacts as it says`() async throws {
        try await told { server, person in
            for query in ["", "model=latest", "open=paid_search&open=paid_search%2Fcpc", "limit=1&open=paid_search"] {
                let page = try await person.open("\(server.root)/reports?\(query)")
                let figures = page.body.matches(of: /href="([^"]*\/reports\/contacts[^"]*)">([^<]+)</)
                #expect(figures.count > 4)
                for figure in figures {
                    let list = try await person.open(String(figure.1).replacing("&amp;", with: "&"))
                    let rows = list.body.matches(of: /class="row-link"/).count
                    #expect(list.status == 200 && list.says("\(rows) contact"))
                    if let count = Int(figure.2) { #expect(count == rows, "\(figure.1)") }
                }
            }
        }
    }

    @Test func `a list of contacts says where it stands, and opens a contact`() async throws {
        try await told { server, person in
            let page = try await person.open("\(server.root)/reports/contacts?row=paid_search%2Fcpc%2Fspring")
            #expect(page.says("Contacts · Paid Search · cpc · ") && page.says("2 contacts"))
            #expect(links(page, to: "/contacts/").count == 2)
            let won = try await person.open("\(server.root)/reports/contacts?figure=won")
            #expect(won.says("1 won of 1 contact"))
            #expect(try await person.open("\(server.root)/reports/contacts?row=nothing").says("Nobody"))
            #expect(try await person.open("\(server.root)/reports/contacts?other=").status == 404)
        }
    }

    @Test func `rows open and close by links that keep everything else of the view`() async throws {
        try await told { server, person in
            let page = try await person.open("\(server.root)/reports?model=latest&compare=previousYear")
            let open = try #require(links(page, to: "open=paid_search#").first)
            #expect(open.contains("model=latest") && open.contains("compare=previousYear"))
            let opened = try await person.follow(Person.Answer(status: 303, headers: [.location: open], body: ""))
            #expect(opened.says("UTM Medium") && opened.says("aria-expanded=\"true\""))
            #expect(try await person.open("\(server.root)/reports?open=nothing&open=nothing%2Fat%2Fall").status == 200)
        }
    }

    @Test func `filters hold for every figure, can be taken off, and leave no visits where no visit knows them`()
        async throws
    {
        try await told { server, person in
            let page = try await person.open("\(server.root)/reports?field=utmCampaign&is=is&value=spring")
            #expect(page.says("UTM Campaign is spring") && page.says("Take off the filter UTM Campaign is spring"))
            #expect(!page.says("onerror"))
            let tagged = try await person.open("\(server.root)/reports?filter=tag:is:vip&sort=visits")
            #expect(tagged.says("Nothing in these days passes the filters"))
            let formed = try await person.open("\(server.root)/reports?filter=form:is:Contact%20us&sort=visits")
            #expect(formed.status == 200 && formed.says("Contacts by source"))
            let long = String(repeating: "x", count: 3_000)
            let without = try await person.open("\(server.root)/reports?filter=utmCampaign:is:\(long)")
            #expect(without.says("The filter by UTM Campaign is left out: a value of a filter has"))
            #expect(without.says("Contacts by source"))
        }
    }

    @Test(arguments: [(12, true), (13, false)])
    func `a cell of the matrix leads to its contacts while its two filters have room`(filters: Int, leads: Bool)
        async throws
    {
        try await told { server, person in
            let passing = ReportDimension.allCases.filter { $0 != .sessionSource }.prefix(filters)
                .map { "filter=\($0.rawValue):isNot:zzz" }
            let page = try await person.open("\(server.root)/reports?" + passing.joined(separator: "&"))
            #expect(page.status == 200 && page.says("First and Latest together"))
            #expect(page.body.contains("sessionSource%40latest") == leads)
        }
    }

    @Test(arguments: [
        "from=0026-01-01&to=2026-11-22", "filter=conversionKind:is:form", "filter=status:is:won",
        "from=0001-01-01&to=0001-02-01&compare=previousYear", "from=9999-12-01&to=9999-12-31&compare=previousPeriod",
        "open=%2F%2F%2F%2F%2F%2F&open=%00&limit=-5", "filter=utmCampaign:is:%00%F0%28",
    ])
    func `an address that nobody meant shows a report`(query: String) async throws {
        try await told { server, person in
            let page = try await person.open("\(server.root)/reports?\(query)")
            #expect(page.status == 200)
        }
    }

    @Test(arguments: [
        ("reports?from=2026-11-05&to=2026-11-01", "The start is after the end; the last 30 days are shown."),
        ("reports?preset=%3Cimg%20src=x%20onerror=alert(2)%3E", "“&lt;img src=x onerror=alert(2)&gt;” is not known"),
        ("reports?field=utmCampaign&is=is&value=&add=1", "The filter by UTM Campaign has no value, and was not added."),
        ("reports/contacts?figure=feelings", "The figure “feelings” is not known; the contacts are shown."),
        ("reports/contacts?row=a/b/c/d/e/f/g", "There is no row “a/b/c/d/e/f/g”; everybody in the report is shown."),
    ])
    func `a page says above its figures what it did not understand`(address: String, text: String) async throws {
        try await told { server, person in
            let page = try await person.open("\(server.root)/\(address)")
            #expect(page.status == 200 && page.says(text) && !page.says("<img src=x"))
            let clean = try await person.open("\(server.root)/reports?preset=last7Days")
            #expect(!clean.says("notice warn") && !clean.says(" not known;"))
        }
    }

    @Test func `rows that are not shown have a name that no source has`() async throws {
        try await told { server, person in
            let page = try await person.open("\(server.root)/reports?limit=1")
            #expect(page.says("The rest") && !page.says(">Other<"))
            let csv = try await person.open("\(server.root)/reports/attribution.csv?limit=1")
            #expect(csv.says("Session Source,,The rest,"))
            #expect(!Source.allCases.map(\.label).contains(AttributionRow.restName))
        }
    }

    @Test func `the values of a field are suggested`() async throws {
        try await told { server, person in
            let values = try await person.open("\(server.root)/reports/values?field=utmCampaign&q=spr")
            #expect(values.body == "[\"Spring\"]" || values.body == "[\"SPRING\"]")
            #expect(try await person.open("\(server.root)/reports/values?field=nothing").status == 400)
        }
    }

    @Test func `the CSV has the rows of the page, and nothing that a spreadsheet would run`() async throws {
        try await told { server, person in
            let csv = try await person.open(
                "\(server.root)/reports/attribution.csv?open=paid_search&open=paid_search%2Fcpc")
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
            let lines = csv.body.split(separator: "\r\n").map(String.init)
            #expect(lines.first?.hasPrefix("Level,Above,Name,Visits,Contacts,Conversion rate".prefix(29)) == true)
            #expect(lines.contains { $0.hasPrefix("Session Source,,Paid Search,") })
            #expect(lines.contains { $0.hasPrefix("UTM Campaign,Paid Search > cpc,") })
            #expect(lines.last?.hasPrefix("Total,,,") == true && lines.last?.contains("1500.5") == true)
            #expect(try await person.open("\(server.root)/settings/audit").says("Reports exported"))
            #expect(!csv.says("Before"))
        }
    }

    @Test func `the CSV of a comparison has every figure of both times, and says in its name what it is`() async throws
    {
        try await told { server, person in
            let csv = try await person.open(
                "\(server.root)/reports/attribution.csv?model=latest&preset=last7Days&compare=previousPeriod")
            let lines = csv.body.split(separator: "\r\n").map { $0.components(separatedBy: ",") }
            let titles = try #require(lines.first)
            let figures = titles.dropFirst(3).filter { !$0.hasSuffix(" Before") }
            #expect(Array(titles.dropFirst(3 + figures.count)) == figures.map { $0 + " Before" })
            #expect(lines.allSatisfy { $0.count == titles.count })
            let contacts = try #require(titles.firstIndex(of: "Contacts"))
            let before = try #require(titles.firstIndex(of: "Contacts Before"))
            #expect(lines.last?[contacts] == "3" && lines.last?[before] == "0")
            let name = try #require(csv.headers[.contentDisposition])
            #expect(name.contains("filename=\"headwater-attribution-"))
            #expect(name.hasSuffix("-2026-10-27-2026-11-02-latest.csv\""))
            let chart = try await person.open("\(server.root)/reports/charts/time?preset=today")
            #expect(chart.headers[.contentDisposition]?.hasSuffix("-2026-11-02-2026-11-02-first.svg\"") == true)
        }
    }

    @Test(arguments: ReportChartName.allCases)
    func `a chart is a file of its own`(chart: ReportChartName) async throws {
        try await told { server, person in
            let file = try await person.open("\(server.root)/reports/charts/\(chart.rawValue)")
            #expect(file.status == 200 && file.headers[.contentType] == "image/svg+xml; charset=utf-8")
            #expect(file.says("<style>") && file.says("xmlns=") && !file.says("<script"))
            #expect(try await person.open("\(server.root)/reports/charts/other").status == 404)
        }
    }

    @Test func `somebody who sees assigned contacts alone has no reports`() async throws {
        try await told { server, _ in
            try await server.test { client in
                let person = try await server.person(client, role: .user)
                try await server.crm.people.change(
                    UserID(rawValue: "user@clinic.example"), role: .user, access: UserAccess(seesAssignedOnly: true),
                    by: .command, now: server.now)
                for path in ["", "/attribution.csv", "/contacts", "/charts/time", "/values?field=utmCampaign"] {
                    let answer = try await person.open("\(server.root)/reports\(path)")
                    #expect(answer.status == 403 && !answer.says("Spring"), "\(path)")
                }
                let contacts = try await person.open("\(server.root)/contacts")
                #expect(!contacts.says("\(server.root)/reports"))
            }
        }
    }

    @Test func `a day is a day of the account's time zone`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            // Half past eight in the evening of the first in New York is the second in Greenwich.
            try await server.database.write { connection in
                try connection.execute(
                    "update accounts set time_zone = 'America/New_York' where id = $1", [server.account.id])
            }
            let story = ReportStory(server: server, client: client)
            server.advance(by: -(7 * .hour + 30 * .minute))
            try await story.everything()
            server.advance(by: 12 * .hour)
            let first = try await person.open("\(server.root)/reports?from=2026-11-01&to=2026-11-01")
            #expect(first.says("Paid Search"))
            let second = try await person.open("\(server.root)/reports?from=2026-11-02&to=2026-11-02")
            #expect(second.says("Nothing to report"))
        }
    }
}
