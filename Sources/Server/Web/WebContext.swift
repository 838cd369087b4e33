import HTTPTypes
import Hummingbird
import NIOCore

/// What travels with a request.
public struct WebContext: RequestContext, RemoteAddressRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let remoteAddress: SocketAddress?

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}

extension WebContext {
    /// The visitor's address: the socket's, or the forwarded one when the peer is a trusted proxy.
    func clientAddress(of request: Request, _ proxies: TrustedProxies) -> String? {
        proxies.client(of: request, peer: remoteAddress?.ipAddress)
    }
}

extension TrustedProxies {
    /// The visitor's address, for a connection that comes from `peer`.
    func client(of request: Request, peer: String?) -> String? {
        client(peer: peer, forwardedFor: request.headers[values: .forwardedFor])
    }
}
