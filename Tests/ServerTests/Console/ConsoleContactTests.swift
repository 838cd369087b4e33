import CRM
import Foundation
import HummingbirdTesting
import Testing

@testable import Server

@Suite struct ConsoleContactTests {
    @Test func `an empty account says how to begin`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let page = try await server.person(client).open("\(server.root)/contacts")
            #expect(page.says("No contacts yet"))
            #expect(page.says("data-tracking-id=&quot;\(server.account.trackingID)&quot;"))
        }
    }

    @Test func `the list shows who came, from where, and what needs a look`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).everything()
            let person = try await server.person(client)
            let page = try await person.open("\(server.root)/contacts")
            #expect(page.status == 200)
            for text in [
                "Mallory Fernández", "Ben Ray", "source-paid_search", "source-direct", "2 contacts", "1–2 of 2",
            ] {
                #expect(page.says(text), "\(text)")
            }
            #expect(page.says("1 needs review"))
            try Golden.check("contacts", page.body)
        }
    }

    @Test(arguments: [
        ("q=ben", ["Ben Ray"]), ("q=mallory%40example.com", ["Mallory"]), ("q=512+555", ["Mallory"]),
        ("first=paid_search", ["Mallory"]), ("first=Direct+Traffic", ["Ben Ray"]), ("latest=social", ["Mallory"]),
        ("review=1", ["Mallory"]), ("tag=external+form%3A+Contact+us", ["Mallory", "Ben Ray"]), ("q=nobody", []),
        ("first=nonsense", ["Mallory", "Ben Ray"]), ("older=junk&at=-5", ["Mallory", "Ben Ray"]),
    ])
    func `filters find, in the list and in its export`(query: String, names: [String]) async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).everything()
            let person = try await server.person(client)
            let page = try await person.open("\(server.root)/contacts?\(query)")
            let csv = try await person.open("\(server.root)/contacts.csv?\(query)")
            #expect(page.status == 200 && csv.status == 200)
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
            for name in ["Mallory", "Ben Ray"] {
                let isThere = names.contains(name)
                #expect(page.says(">\(name)") == isThere, "\(name)")
                #expect(csv.says(name.split(separator: " ")[0]) == isThere, "\(name)")
            }
            #expect(csv.body.split(separator: "\r\n").count == names.count + 1)
        }
    }

    @Test func `pages lead to older contacts and back`() async throws {
        let server = try await TestServer()
        for index in 0..<120 {
            server.advance(by: .second)
            var edit = ContactEdit()
            edit.properties = [.firstName: "Number", .lastName: "\(index)"]
            _ = try await server.crm.contacts.create(
                server.account.id, edit, by: .person(email: "a@b.example"), now: server.now)
        }
        try await server.test { client in
            let person = try await server.person(client)
            var page = try await person.open("\(server.root)/contacts")
            #expect(page.says("1–50 of 120") && page.says("Number 119"))
            page = try await person.open(try #require(page.body.link(rel: "next")))
            #expect(page.says("51–100 of 120") && page.says("Number 69"))
            page = try await person.open(try #require(page.body.link(rel: "next")))
            #expect(page.says("101–120 of 120") && page.says("Number 0"))
            #expect(page.body.link(rel: "next") == nil)
            page = try await person.open(try #require(page.body.link(rel: "prev")))
            #expect(page.says("51–100 of 120") && page.says("Number 69"))
            #expect(try await person.open("\(server.root)/contacts.csv").body.split(separator: "\r\n").count == 121)
        }
    }

    @Test func `columns are chosen and remembered`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).anaComes()
            let person = try await server.person(client)
            let field = try await server.crm.fields.create(
                server.account.id, name: "Colour", type: .text, options: [], fillable: true, derivedFrom: nil,
                now: server.now)
            let query = "columns=latest.utmCampaign&columns=custom:\(field.id)&columns=evil%3B%0d&first=paid_search"
            let answer = try await person.open("\(server.root)/contacts/columns?\(query)")
            #expect(answer.location == "\(server.root)/contacts?first=paid_search")
            let page = try await person.follow(answer)
            #expect(page.says("<th scope=\"col\">Latest: UTM Campaign</th><th scope=\"col\">Colour</th></tr>"))
            #expect(page.says(">spring<"))
        }
    }

    @Test func `a record explains both attributions and shows every field in order`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).everything()
            let person = try await server.person(client)
            let contact = try #require(try await server.contact("mallory@example.com"))
            let page = try await person.open("\(server.root)/contacts/\(contact.contact.id)")
            #expect(page.status == 200)
            let first = try #require(contact.first)
            let latest = try #require(contact.latest)
            for sentence in [first.record.verdict?.sentence, latest.record.verdict?.sentence].compactMap({ $0 }) {
                #expect(page.says(SafeHTML().escapeText(sentence)))
            }
            for text in [
                "Rule 2: ", "Very first visit:", "favourite_colour", "Original traffic source", "Locked",
                "<del>ana@example.com</del><ins>mallory@example.com</ins>", "Matched by e-mail", "Matched by visitor",
                "Visited 2 pages", "iPhone (Safari, iOS 18)", "Additional e-mails", "external form: Contact us",
            ] {
                #expect(page.says(text), "\(text)")
            }
            try Golden.check("contact", page.body)
        }
    }

    @Test func `a landing that was carried over says from when, and what this visit itself was`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let story = Story(server: server, client: client)
            try await story.anaComes()
            try await story.anaComesBack()
            let contact = try #require(try await server.contacts().first).contact.id
            let page = try await server.person(client).open("\(server.root)/contacts/\(contact)")
            #expect(page.says("Taken over from the visit of 2 Nov 2026, 09:00."))
            #expect(page.says("This visit itself began at <span class=\"mono\">https://clinic.example/</span>"))
            #expect(page.says(">Carried over<") && !page.says("First and Latest come from the same conversion."))
        }
    }

    @Test func `imported attributions say so`() async throws {
        let server = try await TestServer()
        var edit = ContactEdit()
        edit.properties = [.email: "old@example.com"]
        let imported = ImportedAttribution(source: .paidSocial, values: [.campaign: "summer"], createdAt: nil)
        _ = try await server.crm.contacts.create(
            server.account.id, edit, by: .importer(fileName: "old.csv"),
            history: ImportedHistory(first: imported, latest: nil), now: server.now)
        try await server.test { client in
            let contact = try #require(try await server.contacts().first).contact.id
            let page = try await server.person(client).open("\(server.root)/contacts/\(contact)")
            #expect(page.says("Paid Social, because the import says so.") && page.says(">Imported<"))
            #expect(page.says("No rule was asked") && page.says("summer"))
        }
    }

    @Test func `times are told in the account's time zone`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).anaComes()
            var account = server.account
            account.timeZone = "America/Chicago"
            try await server.crm.accounts.update(account)
            let contact = try #require(try await server.contacts().first).contact.id
            let page = try await server.person(client).open("\(server.root)/contacts/\(contact)")
            #expect(page.says("2 Nov 2026, 03:02") && !page.says("09:02<"))
        }
    }

    @Test func `a contact is added, edited, noted on, and deleted after a question`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            #expect(try await person.open("\(server.root)/contacts/new").says("Add contact"))
            let nobody = try await person.send("\(server.root)/contacts", [("contact_source", "Walk-in")])
            #expect(nobody.status == 422 && nobody.says("Give at least a name"))
            #expect(nobody.says("value=\"Walk-in\""))
            let created = try await person.send(
                "\(server.root)/contacts",
                [("first_name", "Cleo"), ("email", "cleo@example.com"), ("tags", "vip\r\nnew, really")])
            let here = try #require(created.location)
            let record = try await person.follow(created)
            #expect(record.says("Contact added.") && record.says("source-crm_ui"))
            #expect(record.says(">vip<") && record.says("Manual Entry"))
            #expect(try await !person.open(here).says("Contact added."))

            let twin = try await person.send("\(server.root)/contacts", [("email", "CLEO@example.com")])
            #expect(twin.status == 422 && twin.says("There is a contact with this e-mail address already: Cleo."))

            let edit = try await person.open("\(here)/edit")
            #expect(edit.says("value=\"cleo@example.com\"") && edit.says(">new, really\nvip</textarea>"))
            let wrong = try await person.send(here, [("email", "cleo@"), ("first_name", "Cleo")])
            #expect(wrong.status == 422 && wrong.says("not a complete e-mail address"))
            let saved = try await person.send(
                here, [("email", "cleo@example.com"), ("first_name", "Cléo"), ("tags", "vip")])
            #expect(try await person.follow(saved).says("Cléo"))
            try await person.send("\(here)/notes", [("note", "Called back.\nWill come on Friday.")])
            #expect(try await person.open(here).says("Called back.\nWill come on Friday."))
            let detail = try #require(try await server.contacts().first)
            #expect(detail.first?.source == .crmUI && detail.tags == ["vip"])

            #expect(try await person.open("\(here)/delete").says("Delete Cléo?"))
            let deleted = try await person.send("\(here)/delete")
            #expect(try await person.follow(deleted).says("Contact deleted."))
            #expect(try await person.open(here).status == 404)
        }
    }

    @Test func `an address or number of somebody else's is refused at editing, unless the account allows it`()
        async throws
    {
        let server = try await TestServer()
        func contact(_ properties: [ContactProperty: String]) async throws -> ContactID {
            var edit = ContactEdit()
            edit.properties = properties.mapValues { $0 }
            let made = try await server.crm.contacts.create(
                server.account.id, edit, by: .person(email: "owner@clinic.example"), now: server.now)
            guard case .created(let id) = made else { throw NotFound.contact }
            return id
        }
        _ = try await contact([.firstName: "Ann", .email: "ann@example.com", .phone: "+4312345678"])
        let bob = try await contact([.firstName: "Bob", .email: "bob@example.com"])
        try await server.test { client in
            let person = try await server.person(client)
            let here = "\(server.root)/contacts/\(bob)"
            for (field, value, word) in [
                ("email", "Ann@Example.com", "e-mail address"), ("phone", "+43 1 234 56 78", "phone number"),
            ] {
                let refused = try await person.send(here, [(field, value), ("first_name", "Robert")])
                #expect(refused.status == 422)
                #expect(refused.says("There is a contact with this \(word) already: Ann"))
                #expect(refused.says("Robert"))
            }
            let same = try await person.send(here, [("email", "bob@example.com"), ("first_name", "Rob")])
            #expect(same.status == 303)
            var policy = DuplicatePolicy()
            policy.allowsDuplicates = true
            try await server.crm.contacts.setDuplicatePolicy(
                server.account.id, policy, by: .command, now: server.now)
            #expect(try await person.send(here, [("email", "ann@example.com")]).status == 303)
        }
        let detail = try await server.crm.contacts.detail(server.account.id, bob)
        #expect(detail.contact.properties[.firstName] == "Rob")
    }

    @Test func `a record with custom fields keeps what the form does not change`() async throws {
        let server = try await TestServer()
        let account = server.account.id
        let day = try await server.crm.fields.create(
            account, name: "Days", type: .checkbox, options: ["Mon", "Tue"], fillable: true, derivedFrom: nil,
            now: server.now)
        let colour = try await server.crm.fields.create(
            account, name: "Colour", type: .select, options: ["red", "mauve"], fillable: true, derivedFrom: nil,
            now: server.now)
        var edit = ContactEdit()
        edit.properties = [.firstName: "Dora", .phone: "+49 30 123456"]
        edit.custom = [day.id: "Mon, Tue", colour.id: "mauve"]
        _ = try await server.crm.contacts.create(account, edit, by: .person(email: "a@b.example"), now: server.now)
        _ = try await server.crm.fields.change(account, colour.id, by: .server, now: server.now) {
            $0.options = ["red"]
        }
        try await server.test { client in
            let person = try await server.person(client)
            let here = "\(server.root)/contacts/\(try #require(try await server.contacts().first).contact.id)"
            let form = try await person.open("\(here)/edit")
            #expect(form.says("<option value=\"mauve\" selected>"))
            try await person.send(
                here, [("first_name", "Dora"), ("custom.\(day.id)", "Tue"), ("custom.\(colour.id)", "mauve")])
            let detail = try #require(try await server.contacts().first)
            #expect(detail.custom == [day.id: "Tue", colour.id: "mauve"])
            #expect(detail.contact.properties[.phone] == "+49 30 123456")
        }
    }

    @Test func `Undo gives the former address back and shows the new contact`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).everything()
            let person = try await server.person(client)
            let contact = try #require(try await server.contact("mallory@example.com")).contact.id
            let page = try await person.open("\(server.root)/contacts/\(contact)")
            #expect(page.says("<dt>First Name</dt><dd><del>Ana</del>") && page.says("<ins>Mallory</ins>"))
            let form = try #require(page.body.firstMatch(of: /<ins>mallory[\s\S]*?name="eventId" value="([^"]+)"/))
            let undone = try await person.send(
                "\(server.root)/contacts/\(contact)/undo", [("eventId", String(form.1))])
            let new = try await person.follow(undone)
            #expect(new.says("Undone.") && new.says("mallory@example.com"))
            let former = try await person.open("\(server.root)/contacts/\(contact)")
            #expect(former.says("Ana Fernández") && former.says("mailto:ana@example.com"))
            #expect(!former.says("Mark as checked"))
            let again = try await person.send(
                "\(server.root)/contacts/\(contact)/undo", [("eventId", String(form.1))])
            #expect(again.status == 404)
        }
        #expect(try await server.contact("ana@example.com") != nil)
    }

    @Test func `the badge goes when somebody has looked`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).everything()
            let person = try await server.person(client)
            let contact = try #require(try await server.contact("mallory@example.com")).contact.id
            #expect(try await person.open("\(server.root)/forms").says("Have a look"))
            try await person.send("\(server.root)/contacts/\(contact)/reviewed")
            #expect(try await !person.open("\(server.root)/forms").says("Have a look"))
            #expect(try await !person.open("\(server.root)/contacts").says("review"))
        }
    }
}

extension String {
    /// Where a page's link of a relation leads.
    func link(rel: String) -> String? {
        guard let match = firstMatch(of: /<a[^>]*rel="(prev|next)"[^>]*href="([^"]*)"/) else { return nil }
        if match.1 == rel { return String(match.2).replacing("&amp;", with: "&") }
        return String(self[match.range.upperBound...]).link(rel: rel)
    }
}
