import CRM
import HummingbirdTesting
import Testing

@testable import Server

/// Custom fields with their folders, custom values and tags, in the settings.
@Suite struct ConsoleFieldSettingsTests {
    @Test func `a field is changed, moved and put into a folder`() async throws {
        let server = try await TestServer()
        let account = server.account.id
        try await server.test { client in
            let person = try await server.person(client)
            let path = "\(server.root)/settings/fields"
            _ = try await person.open(path)
            for name in ["Colour", "Size"] {
                try await person.send(
                    path, [("name", name), ("type", "select"), ("options", "a\nb"), ("fillable", "true")])
            }
            try await person.send("\(path)/folders", [("name", "Looks"), ("model", "contact")])
            let folder = try #require(try await server.crm.fields.folders(account).first)
            let fields = try await server.crm.fields.all(account)
            let colour = try #require(fields.first { $0.name == "Colour" })
            let size = try #require(fields.first { $0.name == "Size" })

            try await person.send("\(path)/\(size.id)/move", [("do", "up")])
            #expect(try await server.crm.fields.all(account).suffix(2).map(\.name) == ["Size", "Colour"])

            #expect(try await person.open("\(path)/\(colour.id)").says("Options, one a line"))
            let wrong = try await person.send("\(path)/\(colour.id)", [("name", "Colour"), ("options", " ")])
            #expect(wrong.status == 422 && wrong.says("needs at least one option"))
            let saved = try await person.send(
                "\(path)/\(colour.id)",
                [("name", "Hue"), ("options", "red\ngreen"), ("folder", folder.id.rawValue), ("note", "Of the wall")])
            #expect(try await person.follow(saved).says("Looks"))
            let changed = try await server.crm.fields.field(account, colour.id)
            #expect(changed.name == "Hue" && changed.options == ["red", "green"] && changed.folder == folder.id)
            #expect(changed.note == "Of the wall" && !changed.fillable)

            #expect(try await person.open("\(path)/folders/\(folder.id)/remove").says("Its fields stay"))
            try await person.send("\(path)/folders/\(folder.id)", [("name", "Looks, new")])
            #expect(try await person.open(path).says("Looks, new"))
            try await person.send("\(path)/folders/\(folder.id)/remove")
            #expect(try await server.crm.fields.field(account, colour.id).folder == nil)
        }
    }

    @Test func `a custom value is added, changed and removed`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let path = "\(server.root)/settings/values"
            #expect(try await person.open(path).says("No custom values yet"))
            #expect(try await person.send(path, [("name", "!"), ("value", "x")]).status == 422)
            let added = try await person.send(path, [("name", "Opening hours"), ("value", "9 to 5")])
            let list = try await person.follow(added)
            #expect(list.says("{{ custom_values.opening_hours }}") && list.says("9 to 5"))
            let value = try #require(try await server.crm.values.all(server.account.id).first)
            #expect(try await person.open("\(path)/\(value.id)").says("9 to 5"))
            try await person.send("\(path)/\(value.id)", [("name", "Opening hours"), ("value", "10 to 4")])
            #expect(try await person.open(path).says("10 to 4"))
            #expect(try await person.open("\(path)/\(value.id)/remove").says("show nothing in its place"))
            try await person.send("\(path)/\(value.id)/remove")
            #expect(try await server.crm.values.all(server.account.id).isEmpty)
        }
    }

    @Test func `a tag is added, renamed and removed`() async throws {
        let server = try await TestServer()
        let account = server.account.id
        try await server.test { client in
            try await Story(server: server, client: client).anaComes()
            let person = try await server.person(client)
            let path = "\(server.root)/settings/tags"
            #expect(try await person.open(path).says("external form:"))
            try await person.send(path, [("name", "vip")])
            #expect(try await person.send(path, [("name", "vip")]).status == 422)
            let tags = try await server.crm.tags.all(account, now: server.now)
            let form = try #require(tags.first { $0.name.hasPrefix("external form:") })
            try await person.send("\(path)/\(form.id)", [("name", "from the website")])
            #expect(try #require(try await server.contacts().first).tags == ["from the website"])
            #expect(try await person.open("\(path)?after=from%20the%20website").says("vip"))
            #expect(try await person.open("\(path)/\(form.id)/remove").says("taken off every contact"))
            try await person.send("\(path)/\(form.id)/remove")
            #expect(try #require(try await server.contacts().first).tags.isEmpty)
        }
    }

    @Test func `a value that does not fit its field says so on the record`() async throws {
        let server = try await TestServer()
        let field = try await server.crm.fields.create(
            server.account.id, name: "Treatment", type: .number, options: [], fillable: true, derivedFrom: nil,
            now: server.now)
        var edit = ContactEdit()
        edit.properties = [.firstName: "Dora"]
        edit.custom = [field.id: "7"]
        _ = try await server.crm.contacts.create(
            server.account.id, edit, by: .person(email: "a@b.example"), now: server.now)
        try await server.database.write {
            _ = try $0.execute("update contact_field_values set value = 'seven' where field_id = $1", [field.id])
        }
        try await server.test { client in
            let person = try await server.person(client)
            let contact = try #require(try await server.contacts().first).contact.id
            #expect(try await person.open("\(server.root)/contacts/\(contact)").says("Not a number"))
        }
    }
}
