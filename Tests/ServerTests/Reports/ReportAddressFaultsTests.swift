import CRM
import Testing

@testable import Server

/// What a page says of an address that it could not read.
@Suite struct ReportAddressFaultsTests {
    private func attribution(_ query: String) -> String? {
        AttributionAddress(FormBody(query)).faults(FormBody(query)).text
    }

    private func ads(_ query: String, _ platform: AdPlatform = .google) -> String? {
        AdReportWish(platform, FormBody(query)).faults(FormBody(query)).text
    }

    @Test(arguments: [
        ("from=2026-10-31&to=2026-10-01", "The start is after the end; the last 30 days are shown."),
        ("preset=own&from=2026-10-31&to=2026-10-01", "The start is after the end; the last 30 days are shown."),
        ("preset=own&from=2026-02-31&to=2026-03-01", "“2026-02-31” is no day; the last 30 days are shown."),
        ("from=2026-10-01", "The last day is missing; the last 30 days are shown."),
        ("preset=own", "No days were given; the last 30 days are shown."),
        ("preset=foo", "The period “foo” is not known; the last 30 days are shown."),
        ("preset=foo&from=2026-10-01&to=2026-10-31", "The period “foo” is not known; 1 Oct – 31 Oct 2026 is shown."),
        ("model=sideways", "The attribution “sideways” is not known; First is shown."),
        ("compare=x", "The comparison “x” is not known; nothing is compared."),
        ("filter=bogus", "The filter “bogus” was not understood, and is left out."),
        ("filter=status:is:won", "Contacts have no Status: that filter is left out."),
        (
            "field=utmCampaign&is=is&value=&add=1",
            "The filter by UTM Campaign has no value, and was not added. For contacts without one choose the condition "
                + "“is empty”."
        ),
        ("field=x&is=is&value=y", "The field “x” is not known; no filter was added."),
        ("field=tag&is=like&value=y", "The condition “like” is not known; no filter was added."),
    ])
    func `every report says what it did not understand, and what it shows instead`(query: String, text: String) {
        #expect(attribution(query) == text)
        #expect(ads(query) == text)
    }

    @Test(arguments: [
        ("from=0026-11-01&to=2026-11-22", "These are more than 100,000 days; the last 30 days are shown."),
        ("sort=feeling", "The column “feeling” is not known; the table is sorted by contacts."),
        ("limit=-3", "“-3” is no number of rows from 1 to 1,000; at most 1 row of a level stand here."),
        ("open=nothing", "There is no row “nothing” that could be open."),
        ("open=direct%2Fa%2Fb", "There is no row “direct/a/b” that could be open."),
        ("visitors=perhaps", "The wish for visitors “perhaps” is not known; none are counted."),
    ])
    func `the attribution report knows its own parts`(query: String, text: String) {
        #expect(attribution(query) == text)
    }

    @Test func `the ads reports know theirs`() {
        #expect(ads("sort=feeling") == "The column “feeling” is not known; the table is sorted by cost.")
        #expect(ads("path=zzz") == "There is no row “zzz” to be opened; all of them are shown.")
        #expect(ads("view=x") == "The view “x” is not known; campaigns are shown.")
        #expect(ads("view=keywords") == nil)
        #expect(ads("view=keywords", .facebook) == "The view “keywords” is not known; campaigns are shown.")
    }

    @Test(arguments: [
        "", "preset=last7Days&from=2026-10-31&to=2026-10-01", "field=utmCampaign&is=is&value=", "sort=name&order=asc",
        "from=2026-10-01&to=2026-10-31&compare=previousYear&model=latest", "limit=100", "filter=tag:empty",
        "field=tag&is=empty&value=&add=1",
    ])
    func `of what has a meaning nothing is said`(query: String) {
        #expect(attribution(query) == nil)
        #expect(ads(query) == nil)
    }

    @Test func `what somebody else wrote is cut short, stays on its line, and is one of a few`() {
        let long = attribution("preset=" + String(repeating: "x", count: 5_000))
        #expect(long == "The period “\(String(repeating: "x", count: 40))…” is not known; the last 30 days are shown.")
        #expect(attribution("preset=a%0D%0A%E2%80%AEb")?.hasPrefix("The period “a   b” is") == true)
        let many = attribution((0..<100).map { "filter=x\($0)" }.joined(separator: "&"))
        #expect(many?.hasSuffix(" and is left out. 96 more parts of the address had no meaning.") == true)
    }

    @Test(arguments: [
        ("figure=feelings", "The figure “feelings” is not known; the contacts are shown."),
        ("row=direct%2Fa%2Fb%2Fc%2Fd", "There is no row “direct/a/b/c/d”; everybody in the report is shown."),
        ("after=zzz", "The place in the list was not understood; its beginning is shown."),
    ])
    func `so does the list of contacts behind a figure`(query: String, text: String) {
        #expect(ReportContactsAddress(FormBody(query)).faults(FormBody(query)).text == text)
    }
}
