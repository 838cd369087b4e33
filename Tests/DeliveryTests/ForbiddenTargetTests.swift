import CRM
import Synchronization
import Testing

@testable import Delivery

/// Webhooks whose address leads inside.
@Suite struct ForbiddenTargetTests {
    @Test(arguments: [
        "http://127.0.0.1", "http://localhost", "http://2130706433", "http://0x7f000001", "http://017700000001",
        "http://127.1", "http://0", "http://[::1]", "http://[::ffff:127.0.0.1]", "http://[::ffff:7f00:1]",
    ])
    func `every spelling of this machine is refused`(origin: String) async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            try await sending.webhook("\(origin):\(port)/")
            try await sending.contact("Ann")
            try await sending.worker(allowsPrivate: false).runOnce()
            #expect(receiver.requests.isEmpty)
            let delivery = try #require(try await sending.deliveries().first)
            #expect(delivery.last?.problem == .forbiddenAddress)
            #expect(delivery.state == .pending)
        }
    }

    @Test func `a name that leads inside at the second look-up is refused then`() async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            let answer = Mutex<[IPAddress]>([])
            let worker = sending.worker(allowsPrivate: false) { name in
                #expect(name == "rebound.example")
                return answer.withLock { $0 }
            }
            try await sending.webhook("http://rebound.example:\(port)/")
            try await sending.contact("Ann")
            try await worker.runOnce()
            #expect(try await sending.deliveries().first?.last?.problem == .unknownHost)
            answer.withLock { $0 = ["127.0.0.1"].compactMap(IPAddress.init) }
            sending.advance(by: .minute)
            try await worker.runOnce()
            #expect(receiver.requests.isEmpty)
            #expect(try await sending.deliveries().first?.last?.problem == .forbiddenAddress)
        }
    }

    @Test func `the connection goes to the address that was judged, whatever the name says`() async throws {
        let sending = try await Sending()
        let receiver = Receiver()
        try await receiver.run { port in
            // No name server knows this name: only the judged address can lead anywhere.
            let worker = sending.worker { _ in [IPAddress("127.0.0.1")].compactMap { $0 } }
            try await sending.webhook("http://pinned.invalid:\(port)/")
            try await sending.contact("Ann")
            try await worker.runOnce()
            #expect(receiver.requests.count == 1)
            #expect(receiver.requests.first?.header("Host")?.hasPrefix("pinned.invalid") != false)
        }
    }

    @Test func `one inner address among outer ones is enough to be refused`() async throws {
        let sending = try await Sending()
        let worker = sending.worker(allowsPrivate: false) { _ in
            ["93.184.216.34", "10.0.0.1"].compactMap(IPAddress.init)
        }
        try await sending.webhook("https://mixed.example/")
        try await sending.contact("Ann")
        try await worker.runOnce()
        #expect(try await sending.deliveries().first?.last?.problem == .forbiddenAddress)
    }

    @Test(arguments: ["ftp://a.example/", "https://", "a.example", "https://user:pass@a.example/", "javascript:1", ""])
    func `an address that is none cannot be saved`(url: String) async throws {
        let sending = try await Sending()
        await #expect(throws: InvalidWebhook.self) { try await sending.webhook(url) }
    }
}
