import CRM
import HummingbirdTesting
import Testing

@testable import Server

/// What people read for values that are kept as keys, and for placeholders that nobody filled.
@Suite struct ReportWordsTests {
    @Test(arguments: [
        (ReportField.conversionKind, "trigger_link", "Trigger link"), (.conversionKind, "identify", "Identified"),
        (.attribution(.medium), "External Form", "External form"), (.attribution(.medium), "external form", "External"),
        (.attribution(.utmMatchtype), "e", "Exact"), (.attribution(.utmMatchtype), "P", "Phrase"),
        (.attribution(.utmMatchtype), "b", "Broad"), (.status, "abandoned", "Abandoned"),
        (.attribution(.utmCampaign), "{campaignname}", "(unfilled placeholder)"),
        (.attribution(.utmCampaign), "{{campaign.name}}", "(unfilled placeholder)"),
    ])
    func `a key reads as a word`(field: ReportField, key: String, word: String) throws {
        #expect(try #require(field.word(for: key)).hasPrefix(word))
    }

    @Test func `a word finds its key again, and a text that is none stays`() throws {
        for field in [ReportField.conversionKind, .attribution(.medium), .attribution(.utmMatchtype), .status] {
            let keys = ["trigger_link", "csv_import", "e", "won"].filter { field.word(for: $0) != nil }
            for key in keys {
                #expect(field.key(for: try #require(field.word(for: key)).uppercased()) == key)
            }
            #expect(!keys.isEmpty && field.key(for: "Something else") == "Something else")
        }
        let found = ReportField.attribution(.utmCampaign).key(for: "(unfilled placeholder)")
        #expect(ReportField.attribution(.utmCampaign).word(for: found) == "(unfilled placeholder)")
    }

    /// A console whose account got one lead by an advertisement whose campaign nobody filled in.
    private func told(_ body: @escaping @Sendable (TestServer, Person, APIClient) async throws -> Void) async throws {
        let server = try await TestServer()
        let token = try await server.makeToken()
        try await server.test { client in
            var browser = Browser(trackingID: server.account.trackingID)
            browser.landing =
                "https://clinic.example/?gclid=x&utm_source=adwords&utm_medium=cpc&utm_campaign=%7Bcampaignname%7D"
                + "&utm_keyword=botox&utm_matchtype=e"
            _ = try await browser.send(browser.form(["email": "lead@example.com"]), to: client)
            try await server.crm.facts.catchUp(now: server.now)
            try await body(server, try await server.person(client), APIClient(client: client, token: token))
        }
    }

    private static let unfilled = "(unfilled placeholder)"

    @Test func `a placeholder that nobody filled has one name on every page and in every file`() async throws {
        try await told { server, person, _ in
            let open = "open=paid_search&open=paid_search%2Fcpc"
            let page = try await person.open("\(server.root)/reports?\(open)")
            #expect(page.says("<bdi>\(Self.unfilled)</bdi>") && page.says("UTM Campaign · {campaignname}"))
            #expect(!page.says("<bdi>{campaignname}"))
            let csv = try await person.open("\(server.root)/reports/attribution.csv?\(open)")
            #expect(csv.says("UTM Campaign,Paid Search > cpc,\(Self.unfilled),") && !csv.says("{campaignname}"))
            let contacts = try await person.open(
                "\(server.root)/reports/contacts?row=paid_search%2Fcpc%2F%7Bplaceholder%7D")
            #expect(contacts.says("Contacts · Paid Search · cpc · \(Self.unfilled)"))
            let ads = try await person.open("\(server.root)/reports/google-ads")
            #expect(ads.says("<bdi>\(Self.unfilled)</bdi>"))
            let filtered = try await person.open(
                "\(server.root)/reports?field=utmCampaign&is=is&value=%28unfilled%20placeholder%29")
            #expect(filtered.says("UTM Campaign is \(Self.unfilled)") && filtered.says("Paid Search"))
            #expect(!filtered.says("passes the filters"))
            let values = try await person.open("\(server.root)/reports/values?field=utmCampaign")
            #expect(values.body == "[\"\(Self.unfilled)\"]")
        }
    }

    @Test func `programs read a placeholder as it was sent, with a mark`() async throws {
        try await told { server, _, api in
            let address = "/reports/attribution?locationId=\(server.account.locationID)&path=paid_search&path=cpc"
            let rows = try await api.get(address)["rows"] as? [[String: Any]]
            #expect(rows?.first?["name"] as? String == "{campaignname}")
            #expect(rows?.first?["isPlaceholder"] as? Bool == true)
        }
    }

    @Test func `a widget says kinds of conversions, match types and placeholders in words, in its file too`()
        async throws
    {
        try await told { server, person, _ in
            _ = try await person.send("\(server.root)/dashboards", [("name", "Mine"), ("template", "blank")])
            let dashboard = try #require(try await server.crm.dashboards.all(server.account.id).first)
            let root = "\(server.root)/dashboards/\(dashboard.id)"
            _ = try await person.send(
                "\(root)/widgets",
                [
                    ("revision", "1"), ("title", "Keywords"), ("kind", "table"), ("subject", "conversions"),
                    ("group-1", "utmCampaign"), ("group-2", "utmMatchtype"), ("group-3", "conversionKind"),
                    ("filter-field-1", "utmMatchtype"), ("filter-how-1", "isAny"), ("filter-values-1", "exact"),
                ])
            let widget = try #require(try await server.crm.dashboards.all(server.account.id).first?.widgets.first)
            #expect(widget.question.filters.map(\.condition) == [.isAny(of: ["e"])])
            let form = try await person.open("\(root)/widgets/\(widget.id)")
            #expect(form.says(">Exact</textarea>"))
            let csv = try await person.open("\(root)/widgets/\(widget.id)/table.csv")
            #expect(csv.says("\(Self.unfilled),Exact,External form,1"), "\(csv.body)")
            let page = try await person.open(root)
            for word in [Self.unfilled, "Exact", "External form"] { #expect(page.says(word), "\(word)") }
            let values = try await person.open("\(server.root)/reports/values?field=utmMatchtype&q=exa")
            #expect(values.body == "[\"Exact\"]")
        }
    }
}
