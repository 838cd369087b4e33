import Testing

@testable import CRM

/// Exports as Google Ads and Meta Ads Manager write them, and as people spoil them.
@Suite struct AdCostReadingTests {
    private static let today = CalendarDate(dayNumber: 20_780)

    private func read(
        _ text: String, platform: AdPlatform? = nil, dates: AdDateOrder? = nil, currency: Currency? = nil,
        own: String = "USD"
    ) throws -> AdCostReading {
        let file = AdCostFile(bytes: Array(text.utf8), platform: platform, dates: dates, currency: currency)
        return try AdCostReading(file, own: try #require(Currency(rawValue: own)), tomorrow: Self.today)
    }

    private static let google = """
        Campaign report
        "November 1, 2026 - November 21, 2026"
        Day,Campaign,Campaign ID,Currency code,Impr.,Clicks,CTR,Avg. CPC,Cost
        2026-11-20,Botox — spring,123,USD,"1,204",31,2.57%,3.98,123.45
        2026-11-21,Botox — spring,123,USD,900,--,0.00%,--,"1,000.00"
        Total: Campaigns, --, --,USD,"2,104",31,1.47%,36.24,"1,123.45"
        Total: Account, --, --,USD,"2,104",31,1.47%,36.24,"1,123.45"
        """

    @Test func `an export of Google Ads is read below its titles and without its totals`() throws {
        let reading = try read(Self.google)
        #expect(reading.platform == .google)
        #expect(reading.costs.map(\.cost.minorUnits) == [12_345, 100_000])
        #expect(reading.costs.map(\.impressions) == [1_204, 900])
        #expect(reading.costs.map(\.clicks) == [31, 0])
        #expect(reading.costs.map(\.day.rawValue) == ["2026-11-20", "2026-11-21"])
        #expect(
            reading.costs[0].place == AdPlace(level: .campaign, campaign: AdName(id: "123", name: "Botox — spring")))
        #expect(reading.left.map(\.reason) == [.total, .total])
        #expect(reading.lines == [4, 5] && reading.linesRead == 4)
    }

    @Test(arguments: ["\u{FEFF}", ""])
    func `the same as UTF-16 with tabs is the same`(mark: String) throws {
        let tabbed = Self.google.replacing("\"1,204\"", with: "1204").replacing("\"1,000.00\"", with: "1000.00")
            .replacing("\"2,104\"", with: "2104").replacing("\"1,123.45\"", with: "1123.45")
            .replacing("\"November 1, 2026 - November 21, 2026\"", with: "November").replacing(",", with: "\t")
        let little = (mark + tabbed).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = (mark + tabbed).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let plain = try read(Self.google)
        for bytes in [little, big, Array((mark + tabbed).utf8)] {
            let reading = try AdCostReading(AdCostFile(bytes: bytes), own: .usDollar, tomorrow: Self.today)
            #expect(reading.costs == plain.costs)
        }
    }

    @Test func `an export of Ads Manager is read in any order of columns`() throws {
        let reading = try read(
            """
            Amount spent (EUR),Ad name,Ad set name,Campaign name,Reporting ends,Reporting starts,Clicks (all),\
            Link clicks,Impressions,Ad ID,Age
            ,,,,2026-11-21,2026-11-01,30,20,3000,,
            12.5,Video A,Women 30+,Lips,2026-11-20,2026-11-20,9,7,800,555,18-24
            2.5,Video A,Women 30+,Lips,2026-11-20,2026-11-20,3,2,200,555,25-34
            1,Video A,Women 30+,Lips,2026-11-20,2026-11-21,3,2,200,555,25-34
            """)
        #expect(reading.platform == .facebook)
        let cost = try #require(reading.costs.first)
        #expect(reading.costs.count == 1)
        #expect(cost.cost == Money(minorUnits: 1_500, currency: try #require(Currency(rawValue: "EUR"))))
        #expect((cost.clicks, cost.impressions) == (9, 1_000))
        #expect(cost.place.level == .ad && cost.place.group.name == "Women 30+" && cost.place.ad.id == "555")
        #expect(
            reading.left.map(\.reason) == [
                .total, .refused(["it is of more than one day: export with a breakdown by day"]),
            ])
    }

    @Test func `keywords have their match type, by the column or by their brackets`() throws {
        let lines = [
            "Day,Campaign,Ad group,Search keyword,Match type,Impressions,Clicks,Cost",
            "2026-11-20,C,G,[botox near me],Exact match,1,1,1", "2026-11-20,C,G,\"\"\"lip filler\"\"\",,1,1,1",
            "2026-11-20,C,G,laser,Broad match,1,1,1",
        ]
        let reading = try read(lines.joined(separator: "\n"))
        #expect(reading.costs.map(\.place.keyword) == ["botox near me", "lip filler", "laser"])
        #expect(reading.costs.map(\.place.matchType) == [.exact, .phrase, .broad])
    }

    @Test(arguments: [
        ("1.234,56;2.500", 123_456, 2_500), ("1234,5;12", 123_450, 12), ("1 234,56;2 500", 123_456, 2_500),
        ("1'234.56;2'500", 123_456, 2_500), ("1,23,456.78;100", 12_345_678, 100), ("€ 9,99;1", 999, 1),
        ("9,99 €;1", 999, 1), (".5;1.0", 50, 1), ("0.125;1", 13, 1),
    ])
    func `amounts are read as the file writes them`(cells: String, cost: Int64, impressions: Int64) throws {
        let cell = cells.split(separator: ";")
        let reading = try read(
            "Day;Campaign;Cost;Impr.\n2026-11-20;A;\"\(cell[0])\";\"\(cell[1])\"", own: "EUR")
        #expect(reading.costs.map(\.cost.minorUnits) == [cost])
        #expect(reading.costs.map(\.impressions) == [impressions])
    }

    @Test(arguments: [
        "2026-11-02", "20261102", "Nov 2, 2026", "2 Nov 2026", "Monday, November 2, 2026", "02.11.2026",
        "2026/11/02", "2026-11-02T00:00:00", "2026-11-02 00:00:00",
    ])
    func `a day is read in every spelling of the exports`(day: String) throws {
        let reading = try read("Day,Campaign,Cost\n\"\(day)\",A,1")
        #expect(reading.costs.map(\.day.rawValue) == ["2026-11-02"])
    }

    @Test func `which number of a date is the month is told by the file or by its sender`() throws {
        func days(_ cells: [String], _ dates: AdDateOrder? = nil) throws -> [String] {
            let lines = cells.enumerated().map { "\($1),C\($0),1" }
            return try read((["Day,Campaign,Cost"] + lines).joined(separator: "\n"), dates: dates).costs.map(
                \.day.rawValue)
        }
        #expect(try days(["3/4/2026", "13/4/2026"]) == ["2026-04-03", "2026-04-13"])
        #expect(try days(["3/4/2026", "3/14/2026"]) == ["2026-03-04", "2026-03-14"])
        // The other way round it would be a day to come.
        #expect(try days(["11/12/2026"], nil) == ["2026-11-12"])
        #expect(try days(["3/3/2026"]) == ["2026-03-03"])
        #expect(throws: AdCostFileError.dates) { try days(["3/4/2026"]) }
        #expect(try days(["3/4/2026"], .dayFirst) == ["2026-04-03"])
    }

    @Test(arguments: [
        ("", AdCostFileError.noHeader), ("name,email\nA,b@example.com", .noHeader),
        ("Campaign,Cost,Clicks\nA,1,1", .noDay),
        ("Day,Campaign,Clicks\n2026-11-20,A,1", .noCost), ("Day,Cost,Clicks\n2026-11-20,1,1", .noNames),
        ("Day,Campaign,Spend\n2026-11-20,A,1", .platform),
        ("Day,Ad set name,Ad group,Cost\n2026-11-20,A,B,1", .platform),
    ])
    func `a file that is no export of costs is refused whole`(text: String, error: AdCostFileError) {
        #expect(throws: error) { try read(text) }
        #expect(!error.description.isEmpty)
    }

    @Test func `a file of the other platform is not taken for this one`() {
        #expect(throws: AdCostFileError.otherPlatform(.google)) { try read(Self.google, platform: .facebook) }
    }

    @Test(arguments: [
        ("2026-11-20,A,x", "the cost is not an amount"), ("2026-11-20,A,-5", "the cost is not an amount"),
        ("2030-01-01,A,5", "the day is not one of the past"), ("soon,A,5", "the day cannot be read"),
        (",A,5", "there is no day"), ("2026-11-20,A,5 quux", "the currency is not known"),
        ("2026-11-20,A,99999999999999", "the cost is too large"), ("2026-11-20,A", "the line ends before its cost"),
        ("2026-11-20,A,", "there is no cost"), ("2026-11-20,,5", "there is neither an ID nor a name"),
    ])
    func `a line that makes no sense is left with its reason`(line: String, problem: String) throws {
        let reading = try read("Day,Campaign,Cost\n\(line)\n2026-11-20,B,1")
        #expect(reading.costs.count == 1)
        #expect(reading.left == [AdCostLine(line: 2, reason: .refused([problem]))])
    }

    @Test func `a line that was cut off does not count as nothing`() throws {
        let reading = try read(
            "Day,Campaign,Cost,Impr.,Clicks\n2026-11-20,A,5,10\n2026-11-20,B,5,10,2\n2026-11-21,A")
        #expect(reading.costs.map(\.cost.minorUnits) == [500])
        #expect(
            reading.left == [
                AdCostLine(line: 2, reason: .refused(["the line ends before its clicks"])),
                AdCostLine(line: 4, reason: .refused(["the line ends before its impressions, clicks, cost"])),
            ])
    }

    @Test(arguments: [
        ("0,0,", true), (",,", true), ("10,0,", false), ("10,0,--", true), ("10,2,0", true), (",1,", false),
    ])
    func `only what nobody saw may say nothing of its cost`(figures: String, isTaken: Bool) throws {
        let reading = try read("Day,Campaign,Impr.,Clicks,Cost\n2026-11-20,A,\(figures)")
        #expect(reading.costs.map(\.cost.minorUnits) == (isTaken ? [0] : []))
        #expect(reading.left.map(\.reason) == (isTaken ? [] : [.refused(["there is no cost"])]))
    }

    @Test func `a quotation mark that is not closed takes no lines with it unsaid`() throws {
        let header = "Day,Campaign,Cost\n2026-11-19,A,1\n"
        let open = try read(header + "2026-11-20,\"B,2\n2026-11-21,C,3\n")
        #expect(open.costs.map(\.cost.minorUnits) == [100])
        #expect(open.left.map(\.line) == [3] && open.left.allSatisfy(\.isRefused))
        #expect(open.left.first?.text.contains("was not read") == true)
        // The next quote closes it, in another line.
        let closed = try read(header + "2026-11-20,\"B,2\n2026-11-21,\"C\",3\n2026-11-22,D,4")
        #expect(closed.costs.map(\.cost.minorUnits) == [100, 400])
        #expect(closed.left.map(\.line) == [3] && closed.left.allSatisfy(\.isRefused))
    }

    @Test func `the mark of an amount is a currency, and the dollar is the account's own`() throws {
        func currencies(_ cell: String, own: String) throws -> [String] {
            try read("Day,Campaign,Cost\n2026-11-20,A,\(cell)", own: own).costs.map(\.cost.currency.rawValue)
        }
        #expect(try currencies("$5.00", own: "CAD") == ["CAD"])
        #expect(try currencies("$5.00", own: "EUR") == ["USD"])
        #expect(try currencies("CA$5.00", own: "EUR") == ["CAD"])
        #expect(try currencies("5.00 zł", own: "EUR") == ["PLN"])
        #expect(try currencies("GBP 5.00", own: "EUR") == ["GBP"])
        #expect(try currencies("5.00", own: "EUR") == ["EUR"])
    }

    @Test func `a file that says a day twice counts it once`() throws {
        let byID = try read(
            "Day,Campaign,Campaign ID,Cost\n2026-11-20,A,1,5\n2026-11-20,A,1,7\n2026-11-20,A,2,1")
        #expect(byID.costs.map(\.cost.minorUnits) == [700, 100])
        #expect(byID.left.map(\.reason) == [.repeated])
        let byName = try read("Day,Campaign,Cost\n2026-11-20,A,5\n2026-11-20,A,5\n2026-11-20,a ,7")
        #expect(byName.costs.map(\.cost.minorUnits) == [1_200])
        #expect(byName.left.map(\.line) == [3])
    }

    @Test(arguments: [
        "<img src=x onerror=alert(1)>", "=cmd|'/c calc'!A0", String(repeating: "ü", count: 2_000), "\u{202E}evil",
        "👩🏽‍⚕️ botox", "Total Wellness",
    ])
    func `a campaign may be called anything`(name: String) throws {
        let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
        let reading = try read(
            "Day,Campaign,Cost\n2026-11-20,\(quoted),1\n2026-11-21,'\(name.hasPrefix("=") ? name : "x"),1")
        #expect(reading.costs.first?.place.campaign.name == name)
    }

    @Test func `an ID that a spreadsheet has cut is refused`() throws {
        let reading = try read("Day,Campaign,Campaign ID,Cost\n2026-11-20,A,1.20212E+17,5")
        #expect(reading.costs.isEmpty)
    }

    @Test(arguments: [[UInt8](repeating: 0x2C, count: 100_000), Array("\"".utf8), [0xFF, 0xFE, 0x00], [0, 0, 0, 0]])
    func `bytes of any kind do no harm`(bytes: [UInt8]) {
        #expect(throws: AdCostFileError.noHeader) {
            try AdCostReading(AdCostFile(bytes: bytes), own: .usDollar, tomorrow: Self.today)
        }
    }
}
