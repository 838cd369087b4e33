import Attribution
import CRM

/// A hosted form as it came back: the event it becomes.
struct HostedSubmission {
    /// The page's own, so that a form sent twice is stored once.
    let id: EventID
    let form: Form
    let account: Account
    /// Nil when it was missing or not ours.
    let seal: FormSeal?
    let body: FormBody
    let pageURL: String
    let hints: BrowserHints
    let client: String?
    let now: Milliseconds

    /// The field that people cannot see and programs fill in.
    static let trap = "company_website_url"

    /// Why it has to wait: the same limits as for what the script sends, the account's last.
    func refusal(limits: RateLimits, _ settings: ServerSettings) -> Refusal? {
        let seconds =
            limits.take(
                .conversions(account.id, ClientNetwork(client)), settings.addressRate.ofConversions, now: now)
            ?? limits.take(.accountConversions(account.id), settings.accountRate.ofConversions, now: now)
        return seconds.map { Refusal(.rateLimited, retryAfter: $0) }
    }

    func event(limits: RateLimits, filtersBots: Bool) -> CaptureEvent {
        let url = URLRedaction.stored(seal?.url ?? pageURL)
        return CaptureEvent(
            id: id, account: account.id,
            kind: .form(
                FormFill(
                    origin: .own, formID: form.id.rawValue, formName: form.name, hiddenSource: form.definition.source,
                    fields: form.definition.filled(with: body.values))),
            visitor: nil, session: nil, url: url, referrer: seal?.referrer.map(URLRedaction.stored), occurredAt: now,
            landing: seal.map { seal in
                CapturedLanding(url: url, referrer: seal.referrer.map(URLRedaction.stored), at: min(seal.at, now))
            },
            browser: BrowserFacts(userAgent: hints.userAgent, ip: client),
            suspicion: suspicion(limits: limits, filtersBots: filtersBots))
    }

    private func suspicion(limits: RateLimits, filtersBots: Bool) -> HeldReason? {
        if body[Self.trap]?.isEmpty == false { return .honeypot }
        if filtersBots {
            guard let seal else { return .bot }
            if let sign = sign(of: seal) { return sign.heldReason }
            if let reason = seal.suspicion(at: now) { return reason }
        }
        return limits.flood(of: ClientNetwork(client), account.id, now: now)
    }

    private func sign(of seal: FormSeal) -> BotSign? {
        BotFilter.embedded.sign(of: hints)
            ?? BotFilter.embedded.sign(ofReferrer: seal.referrer, landingReferrer: nil)
    }
}
