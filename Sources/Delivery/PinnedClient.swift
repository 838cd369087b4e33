import AsyncHTTPClient
import NIOCore
import NIOPosix

/// A client that connects to one address only, whatever the name says by then.
struct PinnedClient: Sendable {
    let address: IPAddress
    let client: HTTPClient

    /// - Parameter connections: how many at a time.
    init(host: String, address: IPAddress, connections: Int) {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5), read: .seconds(10)))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.dnsOverride = [host: address.description]
        // Should the client ever ask a resolver by itself, its connection ends here.
        configuration.http1_1ConnectionDebugInitializer = { channel in
            let peer = channel.remoteAddress?.ipAddress.flatMap(IPAddress.init)
            return peer == address
                ? channel.eventLoop.makeSucceededVoidFuture() : channel.eventLoop.makeFailedFuture(StrayConnection())
        }
        self.address = address
        client = HTTPClient(eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
    }

    func shutDown() async {
        // What fails here is a connection that is gone already.
        try? await client.shutdown()
    }
}

/// A connection to another address than the one that was judged.
struct StrayConnection: Error {}
