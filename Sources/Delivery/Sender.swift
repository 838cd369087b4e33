import AsyncHTTPClient
import CRM
import Foundation
import NIOCore
import NIOPosix

/// Sends requests to one receiver: looks its name up, judges where it leads to, and connects to just that address.
actor Sender {
    private let target: Target
    private let settings: DeliverySettings
    private let resolve: @Sendable (String) async throws -> [IPAddress]
    private var clients: [PinnedClient] = []

    init(
        _ target: Target, _ settings: DeliverySettings,
        resolve: @escaping @Sendable (String) async throws -> [IPAddress]
    ) {
        self.target = target
        self.settings = settings
        self.resolve = resolve
    }

    struct Answer: Sendable {
        let status: Int
        /// The first kilobyte of the body.
        let body: String
        let retryAfter: Milliseconds?
    }

    /// Sends a request and waits for its answer, no longer than the time limit.
    func send(headers: [(String, String)], body: String) async -> Result<Answer, SendFailure> {
        let limit = settings.timeLimit
        return await withTaskGroup(of: Result<Answer, SendFailure>.self) { group in
            group.addTask { await self.sendWithoutLimit(headers, body) }
            group.addTask {
                try? await Task.sleep(for: limit)
                return .failure(SendFailure(.timedOut))
            }
            let first = await group.next() ?? .failure(SendFailure(.timedOut))
            group.cancelAll()
            return first
        }
    }

    func shutDown() async {
        for client in clients { await client.shutDown() }
        clients = []
    }

    private func sendWithoutLimit(_ headers: [(String, String)], _ body: String) async -> Result<Answer, SendFailure> {
        do {
            let addresses = try await permitted()
            var failure = SendFailure(.noConnection)
            // A name may have an address of each version, of which this machine reaches one.
            for address in addresses.prefix(3) {
                do {
                    return .success(try await request(to: address, headers, body))
                } catch let error where SendFailure(error).problem == .noConnection {
                    failure = SendFailure(.noConnection)
                }
            }
            return .failure(failure)
        } catch {
            return .failure(SendFailure(error))
        }
    }

    /// The addresses of the name, all of which must be allowed: asked anew for each request.
    private func permitted() async throws -> [IPAddress] {
        let addresses = try await resolve(target.host)
        guard !addresses.isEmpty else { throw UnknownHost() }
        guard addresses.allSatisfy(settings.rules.allow) else { throw SendFailure(.forbiddenAddress) }
        return addresses
    }

    private func client(for address: IPAddress) -> HTTPClient {
        if let known = clients.first(where: { $0.address == address }) { return known.client }
        let client = PinnedClient(host: target.host, address: address, connections: settings.concurrency)
        clients.append(client)
        return client.client
    }

    private func request(
        to address: IPAddress, _ headers: [(String, String)], _ body: String
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: target.url)
        request.method = .POST
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        request.body = .bytes(ByteBuffer(string: body))
        let response = try await client(for: address).execute(request, timeout: .seconds(60))
        var bytes: [UInt8] = []
        for try await part in response.body {
            bytes += part.readableBytesView.prefix(1_024 - bytes.count)
            if bytes.count >= 1_024 { break }
        }
        return Answer(
            status: Int(response.status.code), body: Self.text(bytes),
            retryAfter: response.headers.first(name: "retry-after").flatMap { Milliseconds($0) }
                .map { max(0, min($0, 86_400)) * .second })
    }

    /// What can be shown: no control characters but the ends of lines.
    private static func text(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control }))
    }
}
