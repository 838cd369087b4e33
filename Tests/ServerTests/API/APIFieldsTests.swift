import CRM
import Foundation
import Testing

@testable import Server

/// Definitions of custom fields, by location and by object.
@Suite struct APIFieldsTests {
    @Test func `a location's field is made, found, changed and deleted`() async throws {
        let server = try await TestServer()
        let root = "/locations/\(server.account.locationID)/customFields"
        try await server.api { api in
            let made = try await api.post(
                root,
                [
                    "name": "Favourite Colour", "dataType": "SINGLE_OPTIONS", "placeholder": "Choose",
                    "options": ["Red", ["key": "green", "label": "Green"]], "position": 3, "model": "contact",
                ])
            #expect(made.status == 201)
            let id = try #require(made.text("customField.id"))
            #expect(made.text("customField.fieldKey") == "contact.favourite_colour")
            #expect(made["customField.picklistOptions"] as? [String] == ["Red", "Green"])
            #expect(made["customField.position"] as? Int == 3)
            #expect(try await api.get("\(root)/\(id)").text("customField.name") == "Favourite Colour")

            let changed = try await api.put("\(root)/\(id)", ["name": "Colour", "placeholder": NSNull()])
            #expect(changed.text("customField.name") == "Colour" && changed.isNull("customField.placeholder"))
            #expect(changed.text("customField.fieldKey") == "contact.favourite_colour")
            #expect(changed["customField.picklistOptions"] as? [String] == ["Red", "Green"])

            let list = try await api.get(root)
            let fields = try #require(list["customFields"] as? [[String: Any]])
            #expect(fields.count == 9)
            #expect(fields.filter { $0["isReadOnly"] as? Bool == true }.count == 8)

            #expect(try await api.delete("\(root)/\(id)")["succeded"] as? Bool == true)
            #expect(try await api.get("\(root)/\(id)").status == 404)
        }
    }

    @Test func `fields of opportunities are asked for by their model`() async throws {
        let server = try await TestServer()
        let root = "/locations/\(server.account.locationID)/customFields"
        try await server.api { api in
            let made = try await api.post(root, ["name": "Size", "dataType": "NUMERICAL", "model": "opportunity"])
            #expect(made.text("customField.fieldKey") == "opportunity.size")
            func count(_ query: String) async throws -> Int? {
                (try await api.get(root + query)["customFields"] as? [Any])?.count
            }
            #expect(try await count("") == 8)
            #expect(try await count("?model=opportunity") == 1)
            #expect(try await count("?model=all") == 9)
            #expect(try await api.get(root + "?model=invoice").status == 422)
        }
    }

    @Test func `what cannot be is refused, field by field`() async throws {
        let server = try await TestServer()
        let root = "/locations/\(server.account.locationID)/customFields"
        try await server.api { api in
            #expect(try await api.post(root, [:]).problems.count == 2)
            #expect(try await api.post(root, ["name": "A", "dataType": "COLOUR"]).status == 422)
            #expect(
                try await api.post(root, ["name": "!?", "dataType": "TEXT"]).problems.first?.hasPrefix("name") == true)
            let empty = try await api.post(root, ["name": "A", "dataType": "RADIO"])
            #expect(empty.problems.first?.hasPrefix("options") == true)
            #expect(try await api.post(root, ["name": "UTM Source", "dataType": "TEXT"]).status == 400)
            #expect(try await api.post(root, ["name": "A", "dataType": "TEXT", "parentId": "nowhere"]).status == 422)
            #expect(try await api.post(root + "/upload", [:]).status == 501)
            let builtIn = try #require(try await server.crm.fields.all(server.account.id).first)
            #expect(try await api.delete("\(root)/\(builtIn.id)").status == 400)
            #expect(try await api.put("\(root)/\(builtIn.id)", ["name": "Mine"]).status == 400)
        }
    }

    @Test func `fields and folders of an object go by their own address`() async throws {
        let server = try await TestServer()
        let location = server.account.locationID
        try await server.api { api in
            let folder = try await api.post(
                "/custom-fields/folder", ["objectKey": "contact", "name": "Pets", "locationId": location])
            #expect(folder.status == 201)
            let folderID = try #require(folder.text("id"))
            let made = try await api.post(
                "/custom-fields/",
                [
                    "locationId": location, "objectKey": "contact", "fieldKey": "contact.pet_kind", "name": "Kind",
                    "dataType": "RADIO", "showInForms": true, "parentId": folderID, "allowCustomOption": true,
                    "options": [["key": "dog", "label": "Dog"]], "description": "Of animal",
                ])
            #expect(made.status == 201)
            let id = try #require(made.text("field.id"))
            #expect(made.text("field.fieldKey") == "contact.pet_kind" && made.text("field.parentId") == folderID)
            #expect(made.text("field.options.0.key") == "dog" && made["field.allowCustomOption"] as? Bool == true)

            let changed = try await api.put(
                "/custom-fields/\(id)", ["locationId": location, "showInForms": false, "parentId": ""])
            #expect(changed["field.showInForms"] as? Bool == false && changed.text("field.parentId")?.isEmpty == true)
            let renamed = try await api.put(
                "/custom-fields/folder/\(folderID)", ["name": "Animals", "locationId": location])
            #expect(renamed.text("name") == "Animals")

            let list = try await api.get("/custom-fields/object-key/contact?locationId=\(location)")
            #expect((list["fields"] as? [Any])?.count == 9 && list.text("folders.0.name") == "Animals")
            #expect(try await api.get("/custom-fields/\(id)").text("field.name") == "Kind")
            #expect(try await api.get("/custom-fields/\(folderID)").text("field.name") == "Animals")
            #expect(try await api.get("/custom-fields/object-key/custom_objects.pet").status == 404)

            let gone = try await api.delete("/custom-fields/folder/\(folderID)?locationId=\(location)")
            #expect(gone["succeded"] as? Bool == true && gone.text("id") == folderID)
            #expect(try await api.delete("/custom-fields/\(id)").text("key") == "contact.pet_kind")
            #expect(try await api.get("/custom-fields/\(id)").status == 404)
        }
    }

    @Test func `a value of another type is refused when it is written`() async throws {
        let server = try await TestServer()
        let root = "/locations/\(server.account.locationID)/customFields"
        try await server.api { api in
            let id = try #require(
                try await api.post(root, ["name": "Visits", "dataType": "NUMERICAL"]).text("customField.id"))
            func write(_ value: Any) async throws -> APIClient.Answer {
                try await api.post(
                    "/contacts/", ["firstName": "Jo", "customFields": [["id": id, "field_value": value]]])
            }
            let refused = try await write("many")
            #expect(refused.status == 422 && refused.problems == ["customFields: contact.visits must be a number"])
            #expect(try await write("1,200").status == 201)
            #expect(try await write(7.5).status == 201)
        }
    }
}
