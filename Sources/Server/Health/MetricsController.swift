import HTTPTypes
import Hummingbird
import NIOCore
import Telemetry

/// `GET /metrics`, for a scraper on the same machine or one that has the token; for anybody else there is no such page.
struct MetricsController: Sendable {
    let registry: Registry
    let readiness: Readiness
    let token: MetricsToken?

    /// A request with one of these came through a proxy, from who knows where.
    private static let forwarded: [HTTPField.Name] = [
        .forwardedFor, .known("Forwarded"), .known("X-Real-IP"), .known("X-Forwarded-Host"),
        .known("X-Forwarded-Proto"), .known("Via"),
    ]

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard mayRead(request, peer: context.remoteAddress?.ipAddress) else { throw HTTPError(.notFound) }
        _ = await readiness.findings()
        return Response(
            status: .ok, headers: [.contentType: Registry.contentType, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: registry.text)))
    }

    private func mayRead(_ request: Request, peer: String?) -> Bool {
        if let token, token.isIn(request.headers[.authorization]) { return true }
        guard let peer, Loopback.contains(peer) else { return false }
        return Self.forwarded.allSatisfy { request.headers[$0] == nil }
    }
}
