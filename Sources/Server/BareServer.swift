import Hummingbird
import Logging

/// The listener of the server with nothing behind it: what a body costs before anything is done with it.
public struct BareServer: Sendable {
    let port: Int

    public init(port: Int) { self.port = port }

    /// The application; it listens, on this machine only, when it is run.
    public func application(logger: Logger) -> some ApplicationProtocol {
        let router = Router(context: WebContext.self)
        router.post("/**") { request, _ in
            _ = try await request.body.collect(upTo: CollectBody.largest)
            return Response(status: .noContent)
        }
        return Application(
            router: router,
            server: .http1(configuration: ConnectionLimits().channel),
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil, backlog: 1_024),
            logger: logger)
    }
}
