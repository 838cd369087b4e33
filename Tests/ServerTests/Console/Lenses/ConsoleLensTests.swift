import Attribution
import CRM
import HummingbirdTesting
import Testing

@testable import Server

/// The page of lenses, and the lenses on a contact's record.
@Suite struct ConsoleLensTests {
    /// Two ads on Bing, a typed address, a newsletter, and one contact made by hand.
    private func told(_ server: TestServer, _ client: any TestClientProtocol) async throws -> Person {
        let visits = [
            ("https://clinic.example/?msclkid=1", "https://www.bing.com/", "bo"),
            ("https://clinic.example/?msclkid=2", "https://www.bing.com/", "cy"),
            ("https://clinic.example/", nil, "di"),
            ("https://clinic.example/?utm_source=june&utm_medium=email", "https://mail.google.com/", "ed"),
        ]
        for (url, referrer, name) in visits {
            server.advance(by: .hour)
            var browser = Browser(trackingID: server.account.trackingID)
            browser.landing = url
            browser.referrer = referrer
            _ = try await browser.send(
                browser.form(["email": "\(name)@example.com", "first_name": name.capitalized]), to: client)
        }
        server.advance(by: .hour)
        let person = try await server.person(client)
        try await person.send("\(server.root)/contacts", [("first_name", "Flo"), ("email", "flo@example.com")])
        return person
    }

    @Test func `the page counts pairs of names and says why they differ`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await told(server, client)
            let page = try await person.open("\(server.root)/lenses")
            #expect(page.status == 200)
            for text in [
                "Built-in classic rules", "GA4 default channels", "Google’s own alone", "tags alone", ">Cy</a>",
            ] {
                #expect(page.says(text), "\(text)")
            }
            try Golden.check("lenses", page.body)
            // A cell that disagrees leads to its reason.
            #expect(page.body.contains(/<a href="#pair-1">2<\/a>/) && page.says("id=\"pair-1\""))
            #expect(page.body.contains(/named the same/) && !page.says("same differs"))
        }
    }

    @Test func `the address chooses period, attribution and lenses`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await told(server, client)
            let page = try await person.open("\(server.root)/lenses?period=all&on=latest&a=ga4&b=original")
            for option in ["all", "latest", "ga4", "original"] {
                #expect(page.says("<option value=\"\(option)\" selected>"), "\(option)")
            }
            #expect(page.says("Where they disagree") && page.says("No disagreement"))
            server.advance(by: 20 * .day)
            #expect(try await person.open("\(server.root)/lenses?period=last-7").says("No contact to compare"))
            #expect(try await person.open("\(server.root)/lenses?period=last-90").says("<strong>5</strong> contacts"))
        }
    }

    @Test(arguments: ["period=%00&on=x&a=&b='\"><script>", "a=GA4&period=last-7000", "%zz=%zz&&&="])
    func `what an address says wrongly is the usual`(query: String) async throws {
        let server = try await TestServer()
        try await server.test { client in
            let page = try await server.person(client).open("\(server.root)/lenses?\(query)")
            #expect(page.status == 200 && page.says("<option value=\"classic\" selected>"))
            #expect(!page.body.contains("<script>"))
        }
    }

    @Test func `a landing is told as text`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            var browser = Browser(trackingID: server.account.trackingID)
            browser.landing = "https://clinic.example/?utm_source=%3Cb%3E%22%27&utm_medium=<i>qr"
            _ = try await browser.send(
                browser.form(["email": "x@example.com", "first_name": "<em>Eve</em>"]), to: client)
            let person = try await server.person(client)
            let page = try await person.open("\(server.root)/lenses?period=all&b=original")
            #expect(page.status == 200 && !page.says("<em>Eve") && !page.says("<b>"))
            let contact = try #require(try await server.contact("x@example.com")).contact.id
            let record = try await person.open("\(server.root)/contacts/\(contact)")
            #expect(record.says("The same visit under other lenses") && record.says("GA4 would see &lt;b&gt;"))
            #expect(!record.says("<i>qr") && !record.says("<b>"))
        }
    }

    @Test func `a contact's record has First, Latest and the visits under four lenses`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let story = Story(server: server, client: client)
            try await story.anaComes()
            let person = try await server.person(client)
            let contact = try #require(try await server.contact("ana@example.com")).contact.id
            let once = try await person.open("\(server.root)/contacts/\(contact)")
            for lens in Lens.allCases { #expect(once.says("<strong>\(lens.title)</strong>"), "\(lens)") }
            #expect(once.says("data-label=\"First and Latest\"") && once.says("1 visit under the four lenses"))
            try await story.anaComesBack()
            let twice = try await person.open("\(server.root)/contacts/\(contact)")
            #expect(twice.says("data-label=\"First\"") && twice.says("data-label=\"Latest\""))
            #expect(twice.says("2 visits under the four lenses"))
        }
    }

    @Test func `a contact made by hand has no visit to read`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await told(server, client)
            let contact = try #require(try await server.contact("flo@example.com")).contact.id
            let record = try await person.open("\(server.root)/contacts/\(contact)")
            #expect(record.says("No web visit") && !record.says("under the four lenses"))
        }
    }
}
