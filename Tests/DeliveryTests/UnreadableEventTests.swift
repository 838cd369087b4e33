import CRM
import Testing

@testable import Delivery

/// One event that cannot be put into words is nobody else's trouble.
@Suite struct UnreadableEventTests {
    private func check(_ receiver: Receiver, _ sending: Sending, unreadable: ContactID) async throws {
        try await sending.worker().runOnce()
        #expect(receiver.requests.map(\.body).allSatisfy { !$0.contains(unreadable.rawValue) })
        #expect(receiver.requests.count == 2)
        let failed = try await sending.deliveries(.pending)
        #expect(failed.map(\.last?.problem) == [.unreadable])
        #expect(failed.map(\.attempts) == [1])
        #expect(try await sending.deliveries(.delivered).count == 2)
        let webhook = try #require(try await sending.crm.webhooks.all(sending.account).first)
        #expect(webhook.health.failures == 0)
    }

    @Test func `one that cannot be rendered fails alone, is seen, and goes once it can be`() async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            try await sending.webhook("http://127.0.0.1:\(port)/", .chosen([.contactCreate]))
            let names = ["Ann", "Unspeakable", "Bea"]
            var contacts: [ContactID] = []
            for name in names { contacts.append(try await sending.contact(name)) }
            try await check(receiver, sending, unreadable: contacts[1])
            try await sending.rename(contacts[1], "Cleo")
            sending.advance(by: .minute)
            try await sending.worker().runOnce()
            #expect(receiver.requests.last?.body == "ContactCreate \(contacts[1]) Cleo")
            #expect(try await sending.deliveries(.pending).isEmpty)
        }
    }

    @Test func `one whose stored fields are broken does not keep the turn from being taken`() async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            try await sending.webhook("http://127.0.0.1:\(port)/", .chosen([.contactCreate]))
            var contacts: [ContactID] = []
            for name in ["Ann", "Bea", "Cleo"] { contacts.append(try await sending.contact(name)) }
            let broken = contacts[0]
            try await sending.database.write { connection in
                try connection.execute(
                    "update outbox set fields = '{' where account_id = $1 and contact_id = $2",
                    [sending.account, broken])
            }
            try await check(receiver, sending, unreadable: broken)
        }
    }
}
