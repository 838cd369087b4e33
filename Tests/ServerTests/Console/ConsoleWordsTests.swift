import Attribution
import CRM
import Testing

@testable import Server

/// What pages are made of, without a request.
@Suite struct ConsoleWordsTests {
    /// Sunday, 1 November 2026, 06:30 UTC: half an hour before New York puts its clocks back.
    private static let moment: Milliseconds = 1_793_514_600_000

    @Test(arguments: [
        ("UTC", "1 Nov 2026, 06:30"), ("America/New_York", "1 Nov 2026, 01:30"), ("Asia/Kolkata", "1 Nov 2026, 12:00"),
        ("Pacific/Honolulu", "31 Oct 2026, 20:30"), ("Mars/Olympus", "1 Nov 2026, 06:30"),
    ])
    func `a moment is told in the zone's own words`(zone: String, text: String) {
        let clock = AccountClock(timeZone: zone, now: Self.moment)
        #expect(clock.moment(Self.moment) == Moment(iso: "2026-11-01T06:30:00.000Z", text: text))
    }

    @Test(arguments: [
        (Milliseconds(0), "just now"), (Milliseconds.minute, "1 minute ago"), (2 * Milliseconds.hour, "2 hours ago"),
        (6 * Milliseconds.day, "6 days ago"), (-Milliseconds.hour, "just now"),
    ])
    func `how long ago is told roughly`(time: Milliseconds, text: String) {
        let clock = AccountClock(timeZone: "UTC", now: Self.moment)
        #expect(clock.ago(Self.moment - time) == text)
    }

    @Test func `days have names`() {
        let clock = AccountClock(timeZone: "America/New_York", now: Self.moment)
        #expect(clock.dayName(Self.moment) == "Today")
        #expect(clock.dayName(Self.moment - .day) == "Yesterday")
        #expect(clock.dayName(Self.moment - 2 * .day) == "Friday, 30 October 2026")
    }

    @Test(arguments: [
        (0, "0 contacts"), (1, "1 contact"), (1_280, "1,280 contacts"), (1_000_000, "1,000,000 contacts"),
    ])
    func `a number has its noun`(count: Int, text: String) {
        #expect(Count.text(count, "contact") == text)
    }

    @Test(arguments: ["https://a.example/b/c?d=/e&f", "?", "/", "", "&&", "no address"])
    func `an address in parts is the address`(address: String) {
        let parts = LineBreaks.parts(of: address).map(\.text)
        #expect(parts.joined() == address && !parts.contains(""))
    }

    @Test func `an address breaks after slashes and before parameters`() {
        let parts = LineBreaks.parts(of: "https://a.example/b?c=d&e=f").map(\.text)
        #expect(parts == ["https://", "a.example/", "b", "?c=d", "&e=f"])
    }

    @Test func `a filter comes back from its own address`() {
        var filter = ContactFilter()
        filter.search = "Ana & Ben + 50%"
        filter.first = .paidSearch
        filter.latest = .others
        filter.tag = "a=b"
        filter.source = "Walk-in*"
        filter.from = CalendarDate("2026-11-01")
        filter.to = CalendarDate("2026-11-30")
        filter.attribution.position = .first
        filter.attribution.values = [.campaign: "Frühling 50%", .medium: "External Form"]
        filter.attribution.differs = true
        filter.needsReview = true
        let query = filter.path("/x").text.split(separator: "?").last.map(String.init) ?? ""
        #expect(ContactFilter(FormBody(query)) == filter)
    }

    @Test func `a column comes back from its name`() {
        let columns = ContactColumns.groups([]).flatMap(\.columns) + [.custom(FieldID(rawValue: "abc"))]
        for column in columns { #expect(ContactColumn(rawValue: column.rawValue) == column) }
        for name in ["", "full_name", "latest.", "latest.nothing", "middle.url"] {
            #expect(ContactColumn(rawValue: name) == nil, "\(name)")
        }
    }

    @Test func `chosen columns keep one order, the usual ones first`() {
        let columns = ContactColumns(
            ["tags", "created", "latest.sessionSource", "email", "city", "first.sessionSource", "phone"], fields: [])
        let usual = ContactColumn.usual
        #expect(Array(columns.chosen.prefix(usual.count)) == usual)
        #expect(columns.chosen.dropFirst(usual.count).map(\.rawValue) == ["city", "tags"])
    }

    @Test(arguments: [
        (OriginalChannel.organicSearch, Source.paidSearch, true), (.directTraffic, .paidSocial, true),
        (.paidSearch, .paidSearch, false), (.organicSearch, .organicSearch, false),
    ])
    func `the original view says why an ad is not paid there`(channel: OriginalChannel, first: Source, says: Bool) {
        let original = OriginalTraffic(
            channel: channel, campaign: nil, medium: nil, source: nil, term: nil, referrer: nil)
        let panel = OriginalTrafficPanel(original, first: first, timeZone: nil)
        #expect((panel.note != nil) == says)
    }

    @Test(arguments: [
        ("Ana Fernández", "AF"), ("Ana de la Cruz", "AC"), ("cher", "C"), ("owner@example.com", "O"), ("", ""),
    ])
    func `a person has initials`(name: String, initials: String) {
        #expect(Initials.of(name) == initials)
    }

    @Test func `every flash has a text and comes back from its cookie`() {
        for flash in Flash.allCases {
            #expect(!flash.text.isEmpty && Flash(rawValue: flash.cookie.value) == flash)
        }
    }
}
