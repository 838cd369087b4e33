import CRM
import Foundation
import NIOPosix
import Synchronization
import Testing

@testable import Delivery

/// Names whose server does not answer.
@Suite struct ResolverTests {
    /// Look-ups that take until they are let go.
    private final class Stuck: Sendable {
        private let gate = DispatchSemaphore(value: 0)

        func wait() -> [IPAddress] {
            gate.wait()
            gate.signal()
            return []
        }

        func letGo() { gate.signal() }
    }

    private func problem(of body: () async throws -> [IPAddress]) async -> DeliveryProblem? {
        do {
            _ = try await body()
            return nil
        } catch {
            return SendFailure(error).problem
        }
    }

    @Test(.timeLimit(.minutes(10))) func `a look-up that is not answered is left in time, and others go on`()
        async throws
    {
        let threads = NIOThreadPool(numberOfThreads: 2)
        threads.start()
        let stuck = Stuck()
        let here = IPAddress("127.0.0.1").map { [$0] } ?? []
        let isOver = Mutex(true)
        let resolver = Resolver(
            threads: threads, places: 8, longest: .seconds(3_600),
            lookUp: { $0 == "stuck.example" ? stuck.wait() : here },
            pause: { if !isOver.withLock({ $0 }) { try await Task.sleep(for: $0) } })
        #expect(await problem { try await resolver.addresses(of: "stuck.example") } == .slowLookUp)
        isOver.withLock { $0 = false }
        let others = try await resolver.addresses(of: "other.example")
        #expect(others == here)
        stuck.letGo()
        try await threads.shutdownGracefully()
    }

    @Test(.timeLimit(.minutes(10))) func `more look-ups than there are places are refused at once`() async throws {
        let threads = NIOThreadPool(numberOfThreads: 1)
        threads.start()
        let stuck = Stuck()
        let resolver = Resolver(threads: threads, places: 1, longest: .milliseconds(50), lookUp: { _ in stuck.wait() })
        let patient = Resolver(threads: threads, places: 0, longest: .seconds(3_600), lookUp: { _ in stuck.wait() })
        #expect(await problem { try await resolver.addresses(of: "stuck.example") } == .slowLookUp)
        #expect(await problem { try await resolver.addresses(of: "next.example") } == .slowLookUp)
        #expect(await problem { try await patient.addresses(of: "next.example") } == .slowLookUp)
        stuck.letGo()
        try await threads.shutdownGracefully()
    }

    @Test(.timeLimit(.minutes(10))) func `whoever is told to stop does not wait for the answer`() async throws {
        let threads = NIOThreadPool(numberOfThreads: 1)
        threads.start()
        let stuck = Stuck()
        let resolver = Resolver(threads: threads, places: 1, longest: .seconds(3_600), lookUp: { _ in stuck.wait() })
        let isOver = await withTaskGroup(of: Bool.self) { group in
            group.addTask { (try? await resolver.addresses(of: "stuck.example")) == nil }
            group.cancelAll()
            return await group.next()
        }
        #expect(isOver == true)
        stuck.letGo()
        try await threads.shutdownGracefully()
    }

    @Test func `the system reads a short spelling of this machine as what it is`() async throws {
        let threads = NIOThreadPool(numberOfThreads: 1)
        threads.start()
        let resolver = Resolver(threads: threads, places: 1, longest: .seconds(20))
        let addresses = try await resolver.addresses(of: "127.1")
        #expect(addresses.map(\.description) == ["127.0.0.1"])
        try await threads.shutdownGracefully()
    }
}
