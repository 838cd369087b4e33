import CRM
import Foundation
import HummingbirdTesting
import Testing

@testable import Server

/// The pages of ads, their costs and their links.
@Suite struct ConsoleAdsTests {
    private func told(
        _ body: @escaping @Sendable (AdStory, Person) async throws -> Void
    ) async throws {
        let server = try await TestServer()
        try await server.test { client in
            let story = AdStory(server: server, client: client)
            try await story.peopleCome()
            try await body(story, try await server.person(client))
        }
    }

    @Test func `the report shows campaigns, what is below them, and who stands behind a figure`() async throws {
        try await told { story, person in
            _ = try await story.importCosts(AdStory.google)
            let root = story.server.root + "/reports/google-ads"
            let page = try await person.open(root + "?preset=all")
            #expect(page.status == 200)
            #expect(page.says("Spring") && page.says("$120.00") && page.says("Spend without leads"))
            #expect(page.says("&lt;img src=x onerror=alert(1)&gt;") && !page.says("<img src=x"))
            try Golden.check("ads-google", page.body)
            let group = try await person.open(root + "?preset=all&path=%231&path=%2310")
            #expect(group.says("Ad A") && group.says("All campaigns"))
            let contacts = try await person.open(root + "/contacts?preset=all&path=%231&figure=contacts")
            #expect(contacts.says("3 contacts") && contacts.says("Ad 0") && contacts.says("Ad 2"))
            let consults = try await person.open(root + "/contacts?preset=all&path=%231&figure=consults")
            #expect(consults.says("0 consults of 0 contacts"))
            let everybody = try await person.open(root + "/contacts?preset=all")
            #expect(everybody.says("4 contacts"))
            let keywords = try await person.open(root + "?preset=all&view=keywords")
            #expect(keywords.says("botox") && keywords.says("Exact"))
            let csv = try await person.open(root + ".csv?preset=all")
            #expect(csv.says("'=cmd|"))
            let name = try #require(csv.headers[.contentDisposition])
            #expect(name.contains("filename=\"headwater-google-ads-") && name.hasSuffix("-first.csv\""))
        }
    }

    @Test func `without costs there are blanks, and without anybody the page says what to do`() async throws {
        try await told { story, person in
            let facebook = try await person.open(story.server.root + "/reports/facebook-ads?preset=all")
            #expect(facebook.says("Lips") && facebook.says("Leads without spend"))
            let empty = try await person.open(
                story.server.root + "/reports/facebook-ads?from=2020-01-01&to=2020-01-02")
            #expect(empty.says("Nothing in these days"))
            let odd = try await person.open(story.server.root + "/reports/google-ads?from=x&path=zzz&sort=q&limit=-1")
            #expect(odd.status == 200 && odd.says("“x” is no day; the last 30 days are shown."))
        }
    }

    @Test func `ads that cost more than their campaign says are told in the import and in the report`() async throws {
        try await told { story, person in
            let path = story.server.root + "/reports/costs"
            let campaign = "Day,Campaign,Campaign ID,Currency code,Clicks,Cost\n\(AdStory.day),Spring,1,USD,40,100.00"
            _ = try await person.upload(story.client, path, file: Array(campaign.utf8))
            let ads = try await person.upload(story.client, path, file: Array(AdStory.google.utf8))
            #expect(ads.says("1 row is part of a campaign or ad group whose own cost of the same day is there"))
            let report = try await person.open(story.server.root + "/reports/google-ads?preset=all&path=%231")
            #expect(report.says("(not set)") && report.says("−$20.00"))
            #expect(report.says("Parts cost more than the whole"))
        }
    }

    @Test func `a file is imported once however often, and its lines are accounted for`() async throws {
        try await told { story, person in
            let path = story.server.root + "/reports/costs"
            let empty = try await person.open(path)
            #expect(empty.says("No costs yet"))
            let utf16: [UInt8] =
                [0xFF, 0xFE]
                + AdStory.google.replacing(",", with: "\t").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let first = try await person.upload(story.client, path, file: utf16)
            #expect(first.status == 200 && first.says("2 rows taken") && first.says("a total"))
            try Golden.check("ads-costs", first.body)
            let second = try await person.upload(story.client, path, file: utf16, [("dryRun", "true")])
            #expect(second.says("nothing was written") && second.says("0 new, 0 changed, 2 as before"))
            #expect(!second.says("Other currency"))
            let francs = Array(AdStory.google.replacing(",USD,", with: ",CHF,").utf8)
            let third = try await person.upload(story.client, path, file: francs, [("dryRun", "true")])
            #expect(third.says("0 new, 2 changed, 0 as before") && third.says("2 rows from USD to CHF"))
            let wrong = try await person.upload(story.client, path, file: Array("a,b\n1,2".utf8))
            #expect(wrong.status == 422 && wrong.says("No line of the file names the columns"))
            let days = "platform=google&from=2026-11-01&to=2026-11-30"
            #expect(try await person.open(path + "/remove?\(days)").says("Remove costs of Google Ads?"))
            let removed = try await person.send(
                path + "/remove", [("platform", "google"), ("from", "2026-11-01"), ("to", "2026-11-30")])
            #expect(removed.status == 303)
            #expect(try await person.open(path).says("No costs yet"))
        }
    }

    @Test func `a long import goes on without its browser, and its page says how far it is and what came of it`()
        async throws
    {
        try await told { story, person in
            let path = story.server.root + "/reports/costs"
            let lines = (0..<6_000).map { "\(AdStory.day),Campaign \($0),\($0),1,1,0.10" }
            let file = Array(("Day,Campaign,Campaign ID,Impr.,Clicks,Cost\n" + lines.joined(separator: "\n")).utf8)
            let sent = try await person.upload(story.client, path, file: file)
            let address = try #require(sent.headers[.location])
            #expect(sent.status == 303 && address.hasPrefix(path + "/imports/"))
            let waiting = try await person.open(address)
            #expect(waiting.says("Waiting for its turn.") && waiting.says("data-refresh=\"\(address)\""))
            _ = try await story.server.crm.adCosts.runOneStep(now: story.server.now)
            let underway = try await person.open(address)
            #expect(underway.says("Taking the costs in.") && underway.says("1,000 of 6,000 rows"))
            #expect(underway.says("<progress class=\"progress\" max=\"6000\" value=\"1000\""))
            #expect(try await person.open(path).says("<a class=\"strong\" href=\"\(address)\">Google Ads, "))
            try await story.server.goOnImporting()
            let done = try await person.open(address)
            #expect(done.says("All of the file is in.") && done.says("6,000 rows taken") && done.says("$600.00"))
            #expect(!done.says("data-refresh") && !done.says("<progress"))
            try Golden.check("ads-costs-import", done.body)
            #expect(try await person.open(path).says("All of the file is in."))
            let again = try await person.upload(story.client, path, file: file, [("dryRun", "true")])
            try await story.server.goOnImporting()
            let looked = try await person.open(try #require(again.headers[.location]))
            #expect(looked.says("nothing was written") && looked.says("0 new, 0 changed, 6,000 as before"))
            #expect(try await person.open(path + "/imports/nothing").status == 404)
        }
    }

    @Test func `a long import that was given up says so, and that what is in is in`() async throws {
        try await told { story, person in
            let path = story.server.root + "/reports/costs"
            let lines = (0..<6_000).map { "\(AdStory.day),Campaign \($0),\($0),1,1,0.10" }
            let file = Array(("Day,Campaign,Campaign ID,Impr.,Clicks,Cost\n" + lines.joined(separator: "\n")).utf8)
            let sent = try await person.upload(story.client, path, file: file)
            _ = try await story.server.crm.adCosts.runOneStep(now: story.server.now)
            try await story.server.database.write { try $0.execute("update ad_cost_imports set tally = 'x'") }
            try await story.server.goOnImporting()
            let page = try await person.open(try #require(sent.headers[.location]))
            #expect(
                page.says("1,000 of 6,000 rows had been dealt with by then") && page.says("Import the file once more"))
        }
    }

    @Test func `the templates are ready to paste, links are made, and a pasted link is explained`() async throws {
        try await told { story, person in
            let path = story.server.root + "/reports/links"
            let page = try await person.open(path)
            #expect(page.says("utm_campaign={campaignname}") && page.says("utm_campaign={{campaign.name}}"))
            try Golden.check("ads-links", page.body)
            let built = try await person.send(
                path,
                [
                    ("build", "1"), ("address", "https://clinic.example/offer?a=1&utm_source=old#top"),
                    ("channel", "email"), ("campaign", "Spring & Co"), ("source", ""), ("content", "<b>"),
                ])
            #expect(
                built.says(
                    "https://clinic.example/offer?a=1&amp;utm_source=newsletter&amp;utm_medium=email&amp;"
                        + "utm_campaign=Spring%20%26%20Co&amp;utm_content=%3Cb%3E#top"))
            let refused = try await person.send(
                path, [("build", "1"), ("address", "javascript:alert(1)"), ("channel", "sms")])
            #expect(refused.status == 422 && refused.says("Type the whole address"))
            let checked = try await person.send(path, [("url", "https://clinic.example/?utm_souce=adwords")])
            #expect(checked.says("Direct Traffic") && checked.says("utm_souce"))
            let part = try await person.send(path, [("url", "https://clinic.example/?gclid=1"), ("part", "answer")])
            #expect(part.says("Paid Search") && !part.says("<html"))
        }
    }

    @Test func `rates are entered by administrators, and each is written down`() async throws {
        try await told { story, person in
            let path = story.server.root + "/settings/currencies"
            #expect(try await person.open(path).says("No rates yet"))
            #expect(try await person.send(path, [("currency", "EUR"), ("rate", "1,0845")]).status == 303)
            let page = try await person.open(path)
            #expect(page.says("1 EUR = 1.0845 USD"))
            try Golden.check("settings-currencies", page.body)
            let refused = try await person.send(path, [("currency", "EUR"), ("rate", "much")])
            #expect(refused.status == 422 && refused.says("A rate is a number"))
            #expect(try await person.send(path + "/EUR/remove", []).status == 303)
            #expect(try await person.open(path).says("No rates yet"))
            let entries = try await story.server.crm.audit.entries(AuditQuery(account: story.server.account.id))
            #expect(entries.map(\.action).contains(.rateChanged) && entries.map(\.action).contains(.rateRemoved))
        }
    }

    @Test func `users may look and import, and nobody else comes in`() async throws {
        try await told { story, _ in
            let user = try await story.server.person(story.client, role: .user)
            let paths = ["google-ads", "facebook-ads", "google-ads.csv", "google-ads/contacts", "costs", "links"]
            for path in paths.map({ story.server.root + "/reports/" + $0 }) {
                #expect(try await user.open(path).status == 200, "\(path)")
                #expect(try await Person(story.client).open(path).status == 303, "\(path)")
            }
            let rates = try await user.send(
                story.server.root + "/settings/currencies", [("currency", "EUR"), ("rate", "1")])
            #expect(rates.status == 403)
            let removal = try await user.open(story.server.root + "/reports/costs/remove?platform=google")
            #expect(removal.status == 403)
        }
    }
}

extension TestServer {
    /// Does what the server's own service would do in the background.
    fileprivate func goOnImporting() async throws {
        while try await crm.adCosts.runOneStep(now: now) {}
    }
}
