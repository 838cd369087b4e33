import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

/// A real server on this machine, for webhooks and other requests: it keeps what it is sent and answers as it is told.
final class Receiver: Sendable {
    struct Received: Sendable {
        let path: String
        let headers: HTTPFields
        let body: String

        func header(_ name: String) -> String? {
            HTTPField.Name(name).flatMap { headers[$0] }
        }
    }

    private let received = Mutex<[Received]>([])
    private let answers = Mutex<[HTTPResponse.Status]>([])
    private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])
    private let isHeld = Mutex(false)

    var requests: [Received] { received.withLock { $0 } }

    /// What the next requests are answered with; then with 200.
    func answer(_ statuses: HTTPResponse.Status...) { answers.withLock { $0 += statuses } }

    /// Lets requests wait for their answer until `letGo`.
    func hold() { isHeld.withLock { $0 = true } }

    func letGo() {
        isHeld.withLock { $0 = false }
        for one in waiting.withLock({
            let all = $0
            $0 = []
            return all
        }) { one.resume() }
    }

    /// Runs `body` with the port that the receiver listens on.
    func run(_ body: @escaping @Sendable (Int) async throws -> Void) async throws {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "receiver")
        logger.logLevel = .critical
        let application = Application(
            router: router(), configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, logger: logger)
        let services = ServiceGroup(services: [application], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            for await port in ports {
                let result = await Result { try await body(port) }
                letGo()
                await services.triggerGracefulShutdown()
                try result.get()
                break
            }
            try await group.waitForAll()
        }
    }

    private func router() -> Router<BasicRequestContext> {
        let router = Router()
        let answer: @Sendable (Request, BasicRequestContext) async throws -> Response = { [self] request, _ in
            let body = try await request.body.collect(upTo: 1_000_000)
            received.withLock {
                $0.append(Received(path: request.uri.path, headers: request.headers, body: String(buffer: body)))
            }
            if isHeld.withLock({ $0 }) {
                await withCheckedContinuation { one in waiting.withLock { $0.append(one) } }
            }
            let status = answers.withLock { $0.isEmpty ? .ok : $0.removeFirst() }
            var headers: HTTPFields = [:]
            if status.kind == .redirection { headers[.location] = "/elsewhere" }
            if status == .tooManyRequests { headers[.retryAfter] = "600" }
            return Response(
                status: status, headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(string: "answer \(String(repeating: "x", count: 2_000))")))
        }
        router.post("/", use: answer)
        router.post("**", use: answer)
        router.get("**", use: answer)
        return router
    }
}

extension Result where Failure == any Error {
    init(_ body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
