import CRM
import Foundation
import Logging
import Testing

@testable import Delivery

/// Requests to a real receiver on this machine.
@Suite struct DeliveringTests {
    @Test func `an event arrives once, signed with the webhook's secret`() async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            let webhook = try await sending.webhook("http://127.0.0.1:\(port)/hook?a=1")
            let ann = try await sending.contact("Ann")
            try await sending.worker().runOnce()
            try await sending.worker().runOnce()
            let request = try #require(receiver.requests.first)
            #expect(receiver.requests.count == 1)
            #expect(request.path == "/hook")
            #expect(request.body == "ContactCreate \(ann) Ann")
            #expect(
                request.header("X-Headwater-Signature")
                    == Signature.text(of: request.body, secrets: [webhook.secret.current], at: sending.now))
            #expect(request.header("Content-Type") == "application/json")
            let delivery = try #require(try await sending.deliveries().first)
            #expect(delivery.state == .delivered)
            #expect(delivery.last?.status == 200)
            #expect(delivery.answer?.utf8.count == 1_024)
        }
    }

    @Test func `a failure is tried again later, with the same bytes though the contact has changed`() async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            try await sending.webhook("http://127.0.0.1:\(port)/", .chosen([.contactCreate]))
            receiver.answer(.internalServerError)
            let ann = try await sending.contact("Ann")
            try await sending.worker().runOnce()
            try await sending.rename(ann, "Anna")
            #expect(try await sending.worker().runOnce() == 0)
            sending.advance(by: .minute)
            try await sending.worker().runOnce()
            #expect(receiver.requests.map(\.body) == Array(repeating: "ContactCreate \(ann) Ann", count: 2))
            #expect(receiver.requests.map { $0.header("X-Headwater-Attempt") } == ["1", "2"])
            let delivery = try #require(try await sending.deliveries().first)
            let detail = try await sending.crm.deliveryLog.delivery(
                sending.account, delivery.event, to: delivery.webhook)
            #expect(detail.history.map(\.status) == [500, 200])
            #expect(detail.payload == "ContactCreate \(ann) Ann")
        }
    }

    @Test func `events of one contact arrive in order, also after a failure`() async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            try await sending.webhook("http://127.0.0.1:\(port)/", .chosen([.contactCreate, .contactUpdate]))
            receiver.answer(.badGateway)
            let ann = try await sending.contact("Ann")
            for name in ["Anna", "Anne"] {
                sending.advance(by: .second)
                try await sending.rename(ann, name)
            }
            try await sending.worker().runOnce()
            #expect(receiver.requests.count == 1)
            sending.advance(by: .minute)
            try await sending.worker().runOnce()
            #expect(
                receiver.requests.dropFirst().map { $0.body.prefix { $0 != " " } } == [
                    "ContactCreate", "ContactUpdate", "ContactUpdate",
                ])
        }
    }

    @Test func `a receiver that does not answer keeps nobody else waiting`() async throws {
        let sending = try await Sending()
        let (dead, alive) = (Receiver(), Receiver())
        try await dead.run { deadPort in
            try await alive.run { port in
                dead.hold()
                for number in 1...12 { try await sending.webhook("http://127.0.0.1:\(deadPort)/\(number)") }
                try await sending.contact("Ann")
                sending.advance(by: .second)
                let slow = sending.worker(timeLimit: .milliseconds(300))
                try await slow.runOnce()
                try await slow.runOnce()
                try await sending.webhook("http://127.0.0.1:\(port)/")
                sending.advance(by: .minute)
                try await sending.contact("Bob")
                // The twelve are due as well, and none of them is answered: they have seats of their own.
                let runner = sending.worker()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await runner.runOnce() }
                    try await eventually { !alive.requests.isEmpty }
                    dead.letGo()
                    try await group.waitForAll()
                }
            }
        }
    }

    @Test func `a redirect is an answer and is not followed`() async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            try await sending.webhook("http://127.0.0.1:\(port)/here")
            receiver.answer(.found)
            try await sending.contact("Ann")
            try await sending.worker().runOnce()
            #expect(receiver.requests.map(\.path) == ["/here"])
            let delivery = try #require(try await sending.deliveries().first)
            #expect(delivery.state == .pending)
            #expect(delivery.last?.problem == .refused)
            #expect(delivery.last?.status == 302)
        }
    }

    @Test func `a receiver that asks for time is given it`() async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            try await sending.webhook("http://127.0.0.1:\(port)/")
            receiver.answer(.tooManyRequests)
            try await sending.contact("Ann")
            try await sending.worker().runOnce()
            sending.advance(by: 9 * .minute)
            #expect(try await sending.worker().runOnce() == 0)
            sending.advance(by: 2 * .minute)
            try await sending.worker().runOnce()
            #expect(receiver.requests.count == 2)
        }
    }

    @Test func `after three days it is given up, stays visible and can be repeated`() async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            let webhook = try await sending.webhook("http://127.0.0.1:1/")
            try await sending.contact("Ann")
            var days = 0
            while try await sending.deliveries(.pending).count == 1 {
                days += 1
                try #require(days < 30)
                try await sending.worker().runOnce()
                sending.advance(by: 6 * .hour)
                _ = try await sending.crm.deliveries.expire(now: sending.now)
            }
            let delivery = try #require(try await sending.deliveries(.givenUp).first)
            #expect(delivery.attempts > 5)
            #expect(delivery.last?.problem == .noConnection)
            #expect((11...14).contains(days))
            _ = try await sending.crm.webhooks.update(
                sending.account, webhook.id,
                WebhookDraft(name: "Receiver", url: "http://127.0.0.1:\(port)/", events: .all), by: .command,
                now: sending.now)
            try await sending.crm.deliveryLog.repeat(
                sending.account, delivery.event, to: webhook.id, by: .command, now: sending.now)
            try await sending.worker().runOnce()
            #expect(receiver.requests.count == 1)
            #expect(try await sending.deliveries(.delivered).count == 1)
        }
    }

    @Test func `a paused webhook is sent nothing until it goes on`() async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            let webhook = try await sending.webhook("http://127.0.0.1:\(port)/")
            var draft = WebhookDraft(webhook)
            draft.isPaused = true
            _ = try await sending.crm.webhooks.update(
                sending.account, webhook.id, draft, by: .command, now: sending.now)
            try await sending.contact("Ann")
            #expect(try await sending.worker().runOnce() == 0)
            draft.isPaused = false
            _ = try await sending.crm.webhooks.update(
                sending.account, webhook.id, draft, by: .command, now: sending.now)
            try await sending.worker().runOnce()
            #expect(receiver.requests.count == 1)
        }
    }

    @Test func `two nodes send each event once`() async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            for number in 1...6 { try await sending.webhook("http://127.0.0.1:\(port)/\(number)") }
            for number in 1...10 { try await sending.contact("Person \(number)") }
            let nodes = [sending.worker(), sending.worker(try sending.second())]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for node in nodes {
                    group.addTask { for _ in 1...4 { try await node.runOnce() } }
                }
                try await group.waitForAll()
            }
            #expect(receiver.requests.count == 60)
            #expect(Set(receiver.requests.map { $0.path + $0.body }).count == 60)
        }
    }

    @Test func `what a node had sent and not written down is sent again by another one`() async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            try await sending.webhook("http://127.0.0.1:\(port)/")
            let ann = try await sending.contact("Ann")
            let turns = try await sending.crm.deliveries.claim(DeliveryRoom(healthy: 1, failing: 0), now: sending.now)
            #expect(turns.map(\.deliveries.count) == [1])
            // It ends here without a word.
            let other = sending.worker(try sending.second())
            #expect(try await other.runOnce() == 0)
            sending.advance(by: Deliveries.lease + .second)
            #expect(try await other.runOnce() == 1)
            #expect(receiver.requests.map(\.body) == ["ContactCreate \(ann) Ann"])
        }
    }

    @Test func `it ends when it is told to, after what is under way`() async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            receiver.hold()
            try await sending.webhook("http://127.0.0.1:\(port)/")
            try await sending.contact("Ann")
            let worker = sending.worker()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await worker.run() }
                try await eventually { !receiver.requests.isEmpty }
                receiver.letGo()
                try await eventually { try await !sending.deliveries(.delivered).isEmpty }
                group.cancelAll()
                try await group.waitForAll()
            }
        }
    }
}
