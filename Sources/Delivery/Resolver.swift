import Foundation
import NIOPosix
import Synchronization

/// Asks the system for the addresses of a name, and does not wait for the answer longer than it may.
///
/// Also numbers are names to it: `2130706433`, `0x7f.1` and `0177.0.0.1` all are 127.0.0.1, and are judged as that.
final class Resolver: Sendable {
    private let threads: NIOThreadPool
    private let places: Int
    private let longest: Duration
    private let pause: @Sendable (Duration) async throws -> Void
    private let lookUp: @Sendable (String) throws -> [IPAddress]
    /// The look-ups that a thread is at or that wait for one, those included that nobody waits for any more.
    private let running = Mutex(0)

    /// - Parameters:
    ///   - threads: a look-up cannot be ended, only left: each keeps one of them until the system gives up.
    ///   - places: how many look-ups there may be at the same time; what comes then is refused at once.
    init(
        threads: NIOThreadPool, places: Int, longest: Duration,
        lookUp: @escaping @Sendable (String) throws -> [IPAddress] = Resolver.askSystem,
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.threads = threads
        self.places = places
        self.longest = longest
        self.pause = pause
        self.lookUp = lookUp
    }

    /// - Throws: `UnknownHost`, `SlowLookUp`.
    func addresses(of host: String) async throws -> [IPAddress] {
        let isFree = running.withLock { running in
            guard running < places else { return false }
            running += 1
            return true
        }
        guard isFree else { throw SlowLookUp() }
        let answers = AsyncThrowingStream<[IPAddress], any Error>.makeStream()
        threads.submit { [lookUp, self] state in
            let answer = Result {
                guard state == .active else { throw UnknownHost() }
                return try lookUp(host)
            }
            running.withLock { $0 -= 1 }
            // Whoever has stopped waiting misses nothing.
            if case .success(let addresses) = answer { answers.continuation.yield(addresses) }
            answers.continuation.finish(throwing: answer.failure)
        }
        return try await first(of: answers.stream)
    }

    private func first(of answers: AsyncThrowingStream<[IPAddress], any Error>) async throws -> [IPAddress] {
        try await withThrowingTaskGroup(of: [IPAddress].self) { group in
            group.addTask {
                for try await addresses in answers { return addresses }
                // The stream of a task that was cancelled ends without a word.
                throw SlowLookUp()
            }
            group.addTask { [pause, longest] in
                try await pause(longest)
                throw SlowLookUp()
            }
            defer { group.cancelAll() }
            guard let addresses = try await group.next() else { throw SlowLookUp() }
            return addresses
        }
    }

    @Sendable private static func askSystem(_ host: String) throws -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var answer: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &answer) == 0 else { throw UnknownHost() }
        defer { freeaddrinfo(answer) }
        var addresses: [IPAddress] = []
        var next = answer
        while let entry = next {
            if let socket = entry.pointee.ai_addr, let address = IPAddress(socket), !addresses.contains(address) {
                addresses.append(address)
            }
            next = entry.pointee.ai_next
        }
        guard !addresses.isEmpty else { throw UnknownHost() }
        return addresses
    }
}

/// A name that leads nowhere.
struct UnknownHost: Error {}

/// Nobody says in time where a name leads.
struct SlowLookUp: Error {}

extension Result {
    fileprivate var failure: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}
