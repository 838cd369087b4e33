import CRM
import HummingbirdTesting
import Testing

@testable import Server

/// Webhooks and their deliveries, as an administrator sees them.
@Suite struct ConsoleWebhookTests {
    private static let fields = [("name", "The CRM"), ("url", "https://crm.example/hook"), ("which", "all")]

    @Test func `a webhook is added, changed, tested, given a new secret and deleted`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let path = "\(server.root)/settings/webhooks"
            #expect(try await person.open(path).says("No webhooks yet"))
            let made = try await person.send(path, Self.fields)
            let page = try await person.follow(made)
            let webhook = try #require(try await server.crm.webhooks.all(server.account.id).first)
            #expect(page.says("Webhook added.") && page.says(webhook.secret.current))
            try await person.send(
                "\(path)/\(webhook.id)",
                [("name", "Old CRM"), ("url", webhook.url), ("which", "chosen"), ("events", "ContactCreate")])
            let changed = try await server.crm.webhooks.webhook(server.account.id, webhook.id)
            #expect(changed.name == "Old CRM" && changed.events == .chosen([.contactCreate]))
            let tested = try await person.follow(try await person.send("\(path)/\(webhook.id)/test"))
            #expect(tested.says("A test is on its way.") && tested.says("WebhookTest") && tested.says("Waiting"))
            #expect(try await person.open("\(path)/\(webhook.id)/secret").says("For 24 hours"))
            let renewed = try await person.follow(try await person.send("\(path)/\(webhook.id)/secret"))
            #expect(renewed.says("The secret is renewed.") && !renewed.says(webhook.secret.current))
            #expect(renewed.says("former secret too until 3 Nov 2026"))
            try await person.send("\(path)/\(webhook.id)/delete")
            #expect(try await server.crm.webhooks.all(server.account.id).isEmpty)
            let deliveries = try await server.crm.deliveryLog.page(server.account.id, DeliveryQuery())
            #expect(deliveries.deliveries.isEmpty)
        }
    }

    @Test(arguments: [
        (("name", " "), "A webhook needs a name"), (("url", "ftp://crm.example"), "The address must be whole"),
        (("url", "http://10.0.0.1/"), "private network"), (("url", "http://[::1]/"), "private network"),
        (("which", "chosen"), "Choose at least one event"),
    ])
    func `what cannot work is refused in words, and what was typed stays`(
        field: (String, String), words: String
    ) async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let fields = Self.fields.filter { $0.0 != field.0 } + [field]
            try await person.open("\(server.root)/settings/webhooks")
            let answer = try await person.send("\(server.root)/settings/webhooks", fields)
            #expect(answer.status == 422 && answer.says(words))
            #expect(try await server.crm.webhooks.all(server.account.id).isEmpty)
        }
    }

    @Test func `deliveries are listed, looked at and repeated`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let account = server.account.id
            let webhook = try await server.crm.webhooks.create(
                account, WebhookDraft(name: "The CRM", url: "https://crm.example/hook", events: .all), by: .command,
                now: server.now)
            var edit = ContactEdit()
            edit.properties[.email] = "ann@example.com"
            _ = try await server.crm.contacts.create(
                account, edit, by: .person(email: "owner@clinic.example"), now: server.now)
            try await Self.fail(server)
            let list = try await person.open("\(server.root)/settings/deliveries?webhook=\(webhook.id)&status=pending")
            #expect(list.says("ContactCreate") && list.says("Trying again") && list.says("Answer 503"))
            let delivery = try #require(
                try await server.crm.deliveryLog.page(account, DeliveryQuery()).deliveries.first)
            let path = "\(server.root)/settings/deliveries/\(webhook.id)/\(delivery.event)"
            let page = try await person.open(path)
            for text in ["ann@example.com", "&lt;b&gt;busy", "Answer 503", "Send now", "Next try"] {
                #expect(page.says(text), "\(text)")
            }
            #expect(!page.says("<b>busy"))
            #expect(try await person.follow(try await person.send("\(path)/repeat")).says("on its way again"))
        }
    }

    /// A turn whose receiver is busy.
    private static func fail(_ server: TestServer) async throws {
        let renderer = WebhookRenderer(crm: server.crm)
        let turns = try await server.crm.deliveries.claim(DeliveryRoom(healthy: 1, failing: 0), now: server.now)
        let turn = try #require(turns.first)
        var payloads: [OutboxEventID: String] = [:]
        for event in turn.deliveries { payloads[event.event] = try await renderer.render(turn.account, event) }
        _ = try await server.crm.deliveries.keep(payloads, of: turn.account)
        let attempt = DeliveryAttempt(at: server.now, milliseconds: 42, status: 503, problem: .refused)
        _ = try await server.crm.deliveries.finish(
            turn, turn.deliveries.map { _ in .sent(attempt, answer: "<b>busy", retryAfter: nil) }, chance: 0,
            goesOn: false, now: server.now)
    }

    @Test func `what is kept from other systems is said on the contact`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let page = try await person.open("\(server.root)/settings/webhooks")
            #expect(page.says("Tell webhooks of new and changed contacts"))
            try await person.send("\(server.root)/settings/sync")
            #expect(try await server.crm.sync.settings(server.account.id).syncsContacts == false)
            var edit = ContactEdit()
            edit.properties[.email] = "ann@example.com"
            let made = try await server.crm.contacts.create(
                server.account.id, edit, by: .person(email: "owner@clinic.example"), now: server.now)
            guard case .created(let id) = made else { return #expect(Bool(false)) }
            let record = try await person.open("\(server.root)/contacts/\(id)")
            #expect(record.says("Excluded from CRM sync: the account’s sync is off."))
        }
    }

    @Test func `the pages look as they did`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let account = server.account.id
            var draft = WebhookDraft(name: "The CRM", url: "https://crm.example/hook", events: .all)
            let webhook = try await server.crm.webhooks.create(account, draft, by: .command, now: server.now)
            draft.isPaused = true
            draft.name = "Paused"
            _ = try await server.crm.webhooks.create(account, draft, by: .command, now: server.now)
            try Golden.check(
                "settings-webhooks", try await person.open("\(server.root)/settings/webhooks").body)
            try Golden.check(
                "settings-webhook", try await person.open("\(server.root)/settings/webhooks/\(webhook.id)").body)
            _ = try await server.crm.webhooks.test(account, webhook.id, now: server.now)
            try await Self.fail(server)
            let delivery = try #require(
                try await server.crm.deliveryLog.page(account, DeliveryQuery()).deliveries.first)
            try Golden.check("deliveries", try await person.open("\(server.root)/settings/deliveries").body)
            try Golden.check(
                "delivery",
                try await person.open("\(server.root)/settings/deliveries/\(webhook.id)/\(delivery.event)").body)
        }
    }
}
