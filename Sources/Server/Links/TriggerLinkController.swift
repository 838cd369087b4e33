import Attribution
import CRM
import HTTPTypes
import Hummingbird
import Logging

/// `/l/<token>`: a contact's own address of a trigger link. Whoever opens it is sent on to the link's target.
///
/// Nothing is kept in the browser, and no visitor becomes the contact's by it: addresses are passed on.
struct TriggerLinkController: Sendable {
    let crm: CRM
    let settings: ServerSettings
    let now: @Sendable () -> Milliseconds

    func follow(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let token = context.parameters.get("token"), let visit = try await crm.links.visit(token) else {
            throw HTTPError(.notFound)
        }
        do {
            try await crm.links.record(visit, arrival(request, context))
        } catch {
            // Where the link leads is known: who clicked it is sent there, even where the click cannot be written down.
            context.logger.error(
                "A click on a trigger link could not be written down", metadata: ["error": "\(type(of: error))"])
        }
        return Response(
            status: .found,
            headers: [.location: visit.address, .cacheControl: "no-store", .robots: "noindex, nofollow"])
    }

    private func arrival(_ request: Request, _ context: WebContext) -> ClickArrival {
        let hints = BrowserHints(request.headers)
        return ClickArrival(
            sign: sign(request.method, hints),
            browser: BrowserFacts(
                userAgent: hints.userAgent, ip: context.clientAddress(of: request, settings.trustedProxies)),
            at: now())
    }

    /// The first that applies.
    private func sign(_ method: HTTPRequest.Method, _ hints: BrowserHints) -> ClickSign? {
        if method == .head { return .head }
        if hints.isPrefetch { return .prefetch }
        guard settings.filtersBots else { return nil }
        return switch BotFilter.embedded.sign(of: hints) {
        case .crawler, .referrerSpam: .agent
        case .headless: .headless
        case .prefetch: .prefetch
        case nil: nil
        }
    }
}

extension HTTPField.Name {
    fileprivate static let robots = known("X-Robots-Tag")
}
