import CRM
import Foundation
import Testing

@testable import Server

/// What a client writes to a contact's record beside its properties, and gets back.
@Suite struct APIContactRecordTests {
    @Test func `owner, birthday, time zone, gender, type and do-not-disturb come back as they were sent`() async throws
    {
        let server = try await TestServer()
        let kim = try await server.makeUser()
        try await server.api { api in
            let made = try await api.post(
                "/contacts/",
                [
                    "email": "ann@example.com", "assignedTo": kim, "dateOfBirth": "09/25/1990", "gender": "female",
                    "timezone": "America/Chihuahua", "type": "customer", "dnd": true,
                    "dndSettings": ["Email": ["status": "active", "message": "No", "code": "x"]],
                    "inboundDndSettings": ["all": ["status": "inactive"]],
                ])
            #expect(made.status == 201)
            let answer = try await api.get("/contacts/\(made.contactID)")
            #expect(answer.text("contact.assignedTo") == kim)
            #expect(answer.text("contact.dateOfBirth") == "1990-09-25")
            #expect(answer.text("contact.gender") == "female")
            #expect(answer.text("contact.timezone") == "America/Chihuahua")
            #expect(answer.text("contact.type") == "customer")
            #expect(answer["contact.dnd"] as? Bool == true)
            #expect(answer.text("contact.dndSettings.Email.message") == "No")
            #expect(answer.text("contact.inboundDndSettings.all.status") == "inactive")
            let changed = try await api.put(
                "/contacts/\(made.contactID)",
                [
                    "assignedTo": NSNull(), "dateOfBirth": NSNull(), "dnd": false,
                    "dndSettings": ["email": NSNull(), "sms": ["status": "permanent"]],
                ])
            #expect(changed.isNull("contact.assignedTo"))
            #expect(changed.isNull("contact.dateOfBirth"))
            #expect(changed["contact.dnd"] as? Bool == false)
            #expect(changed["contact.dndSettings.Email"] == nil)
            #expect(changed.text("contact.dndSettings.SMS.status") == "permanent")
            #expect(changed.text("contact.gender") == "female")
        }
    }

    @Test func `the third version spells the channels in its own way`() async throws {
        let server = try await TestServer()
        let token = try await server.makeToken()
        try await server.test { client in
            let api = APIClient(client: client, token: token)
            let made = try await api.post(
                "/contacts/", ["email": "ann@example.com", "dndSettings": ["whatsApp": ["status": "active"]]])
            let answer = try await client.executeRequest(
                uri: "/contacts/\(made.contactID)", method: .get,
                headers: [.authorization: "Bearer \(token)", .version: "v3"], body: nil)
            let contact = try APIClient.Answer(answer)
            #expect(contact.text("contact.dndSettings.whatsApp.status") == "active")
            #expect(made.text("contact.dndSettings.WhatsApp.status") == "active")
        }
    }

    @Test(arguments: [
        ("dateOfBirth", "tomorrow"), ("timezone", "Mars/Olympus"), ("assignedTo", "nobody"), ("type", "friend"),
        ("dnd", "perhaps"),
    ])
    func `a value that makes no sense is refused by its name`(field: String, value: String) async throws {
        try await TestServer().api { api in
            let answer = try await api.post("/contacts/", ["email": "ann@example.com", field: value])
            #expect(answer.status == 422)
            #expect(answer.problems.count == 1)
            #expect(answer.problems.first?.hasPrefix(field) == true)
        }
    }

    @Test func `do-not-disturb of an unknown status is refused`() async throws {
        try await TestServer().api { api in
            let answer = try await api.post("/contacts/", ["dndSettings": ["Call": ["status": "loud"]]])
            #expect(answer.status == 422)
            #expect(answer.problems == ["dndSettings.Call.status must be one of active, inactive, permanent"])
        }
    }
}

extension TestServer {
    /// The id of somebody who works for the account.
    func makeUser(_ email: String = "kim@clinic.example") async throws -> String {
        try await crm.people.create(email: email, role: .user, password: "correct horse battery", now: now).id.rawValue
    }
}
