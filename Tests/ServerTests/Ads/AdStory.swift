import CRM
import Foundation
import HummingbirdTesting

@testable import Server

/// Ads that cost money, and people who come by them.
struct AdStory {
    let server: TestServer
    let client: any TestClientProtocol

    static let hostile = "<img src=x onerror=alert(1)>"

    /// Two leads by ID, one by an old name, one by a tag that no cost is of, and one by Facebook.
    func peopleCome() async throws {
        let google = "https://clinic.example/?gclid=x&utm_source=adwords&utm_medium=Ad%20A&utm_content=Group"
        let landings = [
            google + "&utm_campaign=Spring&campaign_id=1&ad_group_id=10&ad_id=100&utm_keyword=botox&utm_matchtype=e",
            google + "&utm_campaign=Spring&campaign_id=1&ad_group_id=10&ad_id=100&utm_keyword=botox",
            google + "&utm_campaign=SPRING",
            google + "&utm_campaign=" + ConsolePath.escaped(Self.hostile),
            "https://clinic.example/?utm_source=fb_ad&utm_medium=Women&utm_campaign=Lips&utm_content=Video&campaign_id=77",
        ]
        for (number, landing) in landings.enumerated() {
            var browser = Browser(trackingID: server.account.trackingID)
            browser.landing = landing
            _ = try await browser.send(
                browser.form(["email": "ad\(number)@example.com", "first_name": "Ad \(number)"]), to: client)
            server.advance(by: .minute)
        }
        try await server.crm.facts.catchUp(now: server.now)
    }

    /// The day on which they come.
    static let day = "2026-11-02"

    static let google = """
        Campaign report
        Day,Campaign,Campaign ID,Ad group,Ad group ID,Ad,Ad ID,Currency code,Impr.,Clicks,Cost
        \(day),Spring,1,Group,10,Ad A,100,USD,1000,40,120.00
        \(day),=cmd|'/c calc'!A0,2,Group,20,Ad B,200,USD,500,9,30.50
        Total: Account, --, --, --, --, --, --,USD,1500,49,150.50
        """

    static let facebook = """
        Day,Campaign name,Campaign ID,Ad set name,Ad name,Impressions,Link clicks,Amount spent (EUR)
        \(day),Lips,77,Women,Video,100,7,10.00
        """

    func importCosts(_ text: String) async throws -> AdCostReport {
        try await server.crm.adCosts.import(
            server.account, AdCostFile(bytes: Array(text.utf8)), by: .server, now: server.now)
    }
}
