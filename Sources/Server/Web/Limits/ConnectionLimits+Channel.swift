import HummingbirdCore
import NIOCore

extension ConnectionLimits {
    /// Connections that keep these limits together.
    var channel: HTTP1Channel.Configuration {
        let connections = OpenConnections(most: mostConnections)
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [RequestDeadlines(self, connections)], idleTimeout: keepAlive,
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: mostHeaderFieldBytes, maxHeaderListSize: mostHeaderBytes,
                maxHeaderFieldCount: mostHeaderFields))
    }
}
