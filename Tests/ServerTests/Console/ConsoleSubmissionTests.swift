import CRM
import HummingbirdTesting
import Testing

@testable import Server

@Suite struct ConsoleSubmissionTests {
    @Test func `the list shows every submission, and each tab its own`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).everything()
            let person = try await server.person(client)
            let all = try await person.open("\(server.root)/submissions")
            #expect(all.status == 200)
            for text in ["ana@example.com", "ben@example.com", "robot@example.com", "Held: sent by a program"] {
                #expect(all.says(text), "\(text)")
            }
            try Golden.check("submissions", all.body)
            let held = try await person.open("\(server.root)/submissions?status=held")
            #expect(held.says("robot@example.com") && !held.says("ben@example.com"))
            let none = try await person.open("\(server.root)/submissions?status=discarded")
            #expect(none.says("Nothing was discarded"))
        }
    }

    @Test func `pages lead to older submissions and back`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            for index in 0..<60 {
                server.advance(by: .minute)
                let browser = Browser(trackingID: server.account.trackingID)
                _ = try await browser.send(browser.form(["email": "p\(index)@example.com"]), to: client)
            }
            let person = try await server.person(client)
            let newest = try await person.open("\(server.root)/submissions?status=accepted")
            #expect(newest.says("p59@") && !newest.says("p9@"))
            let older = try await person.open(try #require(newest.body.link(rel: "next")))
            #expect(older.says("p9@") && !older.says("p59@"))
            let back = try await person.open(try #require(older.body.link(rel: "prev")))
            #expect(back.says("p59@") && back.body.link(rel: "prev") == nil)
        }
    }

    @Test func `refused events are counted with their meaning`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            var browser = Browser(trackingID: server.account.trackingID)
            browser.origin = "https://elsewhere.example"
            _ = try await browser.send(browser.pageView("https://elsewhere.example/"), to: client)
            browser.origin = "https://clinic.example"
            browser.userAgent = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
            for _ in 0..<2 { _ = try await browser.send(browser.pageView("https://clinic.example/"), to: client) }
            server.advance(by: 7 * .day)
            _ = try await browser.send(browser.pageView("https://clinic.example/"), to: client)
            let page = try await server.person(client).open("\(server.root)/submissions?status=refused")
            try Golden.check("submissions-refused", page.body)
            #expect(page.says("Other website") && page.says("not among your domains"))
            #expect(page.says("Forms count too") && !page.says("no contact could come of"))
        }
    }

    @Test func `a held submission is released with one click`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).robotComes()
            let person = try await server.person(client)
            let id = try #require(try await server.submissions().first).id
            let page = try await person.open("\(server.root)/submissions/\(id)")
            #expect(page.says("Held: sent by a program") && page.says("No contact has been created"))
            try Golden.check("submission-held", page.body)
            let released = try await person.follow(try await person.send("\(server.root)/submissions/\(id)/release"))
            #expect(released.says("Released.") && released.says("Accepted"))
            #expect(try await person.send("\(server.root)/submissions/\(id)/release").status == 404)
        }
        #expect(try await server.contact("robot@example.com") != nil)
    }

    @Test func `a held submission is discarded and stays visible`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).robotComes()
            let person = try await server.person(client)
            let id = try #require(try await server.submissions().first).id
            let discarded = try await person.follow(try await person.send("\(server.root)/submissions/\(id)/discard"))
            #expect(discarded.says("Discarded") && !discarded.says("/release\""))
            #expect(try await person.open("\(server.root)/submissions?status=discarded").says("robot@"))
        }
        #expect(try await server.contacts().isEmpty)
    }

    @Test func `a field without a place gets one, and later submissions follow`() async throws {
        let server = try await TestServer()
        let field = try await server.crm.fields.create(
            server.account.id, name: "Shade", type: .text, options: [], fillable: true, derivedFrom: nil,
            now: server.now)
        try await server.test { client in
            try await Story(server: server, client: client).anaComes()
            let person = try await server.person(client)
            let id = try #require(try await server.submissions().first).id
            let page = try await person.open("\(server.root)/submissions/\(id)")
            #expect(page.says("Not saved to the contact yet") && page.says("teal"))
            #expect(page.says("Paid Search, because") && page.says("Create a custom field for it"))
            try Golden.check("submission", page.body)
            let here = "\(server.root)/submissions/\(id)"
            #expect(
                try await person.send(here + "/map", [("name", "other"), ("target", "property:city")]).status == 400)
            #expect(
                try await person.send(here + "/map", [("name", "favourite_colour"), ("target", "x")]).status == 400)
            let mapped = try await person.send(
                here + "/map", [("name", "favourite_colour"), ("target", "custom:\(field.id)")])
            let after = try await person.follow(mapped)
            #expect(
                after.says("Later submissions with this field follow") && after.says("Later ones are saved to Shade."))
            #expect(try await server.contact("ana@example.com")?.custom[field.id] == "teal")
            let browser = Browser(trackingID: server.account.trackingID)
            let later = browser.form(["email": "eve@example.com", "favourite_colour": "plum"])
            _ = try await browser.send(later, to: client)
            #expect(try await server.contact("eve@example.com")?.custom[field.id] == "plum")
        }
    }
}
