import AsyncHTTPClient
import CRM
import Foundation
import NIOCore
import NIOPosix

/// Reads from HighLevel's API, or from whatever speaks it, no faster than it allows.
///
/// Where its name leads to is judged as a webhook's is, for each connection anew.
public actor HighLevelClient {
    private let target: Target
    private let base: String
    private let token: String
    private let rules: AddressRules
    private let resolver: Resolver
    private let longest: Duration
    private let pause: @Sendable (Duration) async throws -> Void
    private var client: PinnedClient?

    private static let largest = 64 << 20
    /// How often a request is tried that might be answered another time.
    private static let tries = 8

    /// - Parameters:
    ///   - base: an absolute http(s) address; http only where private addresses are allowed, for the token goes along.
    ///   - longest: how long one try may take, from the look-up of the name to the end of the body.
    ///   - pause: waits.
    /// - Throws: `HighLevelFailure.address`.
    public init(
        base: String, token: String, rules: AddressRules, longest: Duration = .seconds(300),
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) throws(HighLevelFailure) {
        let base = base.hasSuffix("/") ? String(base.dropLast()) : base
        guard let target = Target(base), rules.allowsPrivate || base.lowercased().hasPrefix("https:"),
            let parts = URLComponents(string: base),
            parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil
        else { throw .address }
        self.base = base
        self.target = target
        self.token = token
        self.rules = rules
        self.longest = longest
        self.pause = pause
        resolver = Resolver(threads: .singleton, places: 4, longest: .seconds(10))
    }

    /// Answers the body of a path with a query.
    ///
    /// - Throws: `HighLevelFailure`.
    public func get(_ path: String, _ query: [(String, String)]) async throws -> [UInt8] {
        var failure = HighLevelFailure.unreachable(.noConnection)
        for attempt in 0..<Self.tries {
            let answer: Answer
            do {
                answer = try await requestInTime(path, query)
            } catch let error as CancellationError {
                throw error
            } catch let error as HighLevelFailure {
                throw error
            } catch {
                let problem = SendFailure(error).problem
                if problem == .forbiddenAddress { throw HighLevelFailure.unreachable(problem) }
                failure = .unreachable(problem)
                if attempt < Self.tries - 1 { try await pause(Self.patience(after: attempt)) }
                continue
            }
            switch answer.status {
            case 200...299:
                if let rest = answer.rest { try await pause(rest) }
                return answer.body
            case 401: throw HighLevelFailure.token
            case 403: throw HighLevelFailure.forbidden
            case 404: throw HighLevelFailure.notThere
            case 408, 429, 500...599:
                failure = .status(answer.status)
                if attempt < Self.tries - 1 { try await pause(answer.retryAfter ?? Self.patience(after: attempt)) }
            default: throw HighLevelFailure.status(answer.status)
            }
        }
        throw failure
    }

    public func shutDown() async {
        await client?.shutDown()
        client = nil
    }

    private struct Answer {
        let status: Int
        let body: [UInt8]
        /// What the answer asks to be waited for before the next request, or before this one is sent again.
        let rest: Duration?
        let retryAfter: Duration?
    }

    private static func patience(after attempt: Int) -> Duration { .seconds(min(1 << attempt, 60)) }

    /// An answer that trickles is no better than none.
    private func requestInTime(_ path: String, _ query: [(String, String)]) async throws -> Answer {
        try await withThrowingTaskGroup(of: Answer.self) { group in
            group.addTask { try await self.request(path, query) }
            group.addTask { [longest] in
                try await Task.sleep(for: longest)
                throw SendFailure(.timedOut)
            }
            defer { group.cancelAll() }
            guard let answer = try await group.next() else { throw SendFailure(.timedOut) }
            return answer
        }
    }

    private func request(_ path: String, _ query: [(String, String)]) async throws -> Answer {
        var request = HTTPClientRequest(url: base + path + "?" + Self.encoded(query))
        let headers = [
            ("Authorization", "Bearer \(token)"), ("Version", "2021-07-28"), ("Accept", "application/json"),
            ("User-Agent", "Headwater"),
        ]
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        let response = try await connected().execute(request, timeout: .seconds(60))
        var bytes: [UInt8] = []
        for try await part in response.body {
            bytes += part.readableBytesView
            guard bytes.count <= Self.largest else { throw HighLevelFailure.tooLarge }
        }
        return Answer(
            status: Int(response.status.code), body: bytes, rest: Self.rest(response),
            retryAfter: Self.number(response, "retry-after").map { .seconds(min(max($0, 1), 600)) })
    }

    /// Nothing is left of the allowance: the next request would be refused.
    private static func rest(_ response: HTTPClientResponse) -> Duration? {
        guard number(response, "x-ratelimit-remaining") == 0 else { return nil }
        let interval = number(response, "x-ratelimit-interval-milliseconds") ?? 10_000
        return .milliseconds(min(max(interval, 100), 60_000))
    }

    private static func number(_ response: HTTPClientResponse, _ name: String) -> Int? {
        response.headers.first(name: name).flatMap { Int($0.trimmingCharacters(in: .whitespaces)) }
    }

    /// The client for the address that the name leads to now.
    private func connected() async throws -> HTTPClient {
        let addresses = try await resolver.addresses(of: target.host)
        guard addresses.allSatisfy(rules.allow) else { throw SendFailure(.forbiddenAddress) }
        if let client, addresses.contains(client.address) { return client.client }
        await client?.shutDown()
        guard let address = addresses.first(where: { $0.bytes.count == 4 }) ?? addresses.first else {
            throw UnknownHost()
        }
        let client = PinnedClient(host: target.host, address: address, connections: 1)
        self.client = client
        return client.client
    }

    private static func encoded(_ query: [(String, String)]) -> String {
        var parts = URLComponents()
        parts.queryItems = query.map { URLQueryItem(name: $0.0, value: $0.1) }
        // A plus sign would be read as a space.
        return (parts.percentEncodedQuery ?? "").replacing("+", with: "%2B")
    }
}
