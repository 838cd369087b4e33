import Attribution
import CRM

/// Judges the events of one request to one account at the edge: a named list of steps, each of which passes an event on or
/// refuses it with a reason.
final class EventIntake: Sendable {
    let account: Account
    let caller: Caller
    /// The visitor that our own cookie knows.
    let twin: VisitorID?
    /// The own forms that the batch fills in, by id.
    let forms: [String: Form]
    let settings: ServerSettings
    let limits: RateLimits
    let received: Milliseconds

    init(
        account: Account, caller: Caller, twin: VisitorID?, forms: [String: Form], settings: ServerSettings,
        limits: RateLimits, received: Milliseconds
    ) {
        self.account = account
        self.caller = caller
        self.twin = twin
        self.forms = forms
        self.settings = settings
        self.limits = limits
        self.received = received
    }

    /// Top to bottom; the first refusal counts.
    private static let steps: [@Sendable (EventIntake, WireEvent) -> Refusal?] = [
        { $0.checkAddressRate($1) },
        { $0.checkOrigin($1) },
        { $0.checkBot($1) },
        { $0.checkSelf($1) },
        { $0.checkAccountRate($1) },
    ]

    func judge(_ value: WireValue) throws(Refusal) -> CaptureEvent {
        guard value.size <= WireEvent.largest else { throw Refusal(.tooLarge) }
        let event = try WireEvent(value, received: received)
        for step in Self.steps {
            if let refusal = step(self, event) { throw refusal }
        }
        return try accepted(event)
    }

    private func checkOrigin(_ event: WireEvent) -> Refusal? {
        let isAllowed = OriginPolicy.allows(
            origin: caller.origin, pageURL: event.url, domains: account.ownDomains,
            listsDomains: !account.domains.isEmpty)
        return isAllowed ? nil : Refusal(.originNotAllowed)
    }

    /// The script keeps a conversion that is refused here and sends it again.
    private func checkAddressRate(_ event: WireEvent) -> Refusal? {
        let rate = settings.addressRate
        return refusal(
            event.isConversion
                ? limits.take(.conversions(account.id, caller.network), rate.ofConversions, now: received)
                : limits.take(.views(account.id, caller.network), rate, now: received))
    }

    /// Last, so that strangers and bots use nothing of it up; a flood of page views leaves conversions their share.
    private func checkAccountRate(_ event: WireEvent) -> Refusal? {
        let rate = settings.accountRate
        return refusal(
            event.isConversion
                ? limits.take(.accountConversions(account.id), rate.ofConversions, now: received)
                : limits.take(.accountViews(account.id), rate, now: received))
    }

    private func refusal(_ seconds: Int?) -> Refusal? {
        seconds.map { Refusal(.rateLimited, retryAfter: $0) }
    }

    private func checkBot(_ event: WireEvent) -> Refusal? {
        event.isConversion ? nil : sign(of: event).map { Refusal($0.cause) }
    }

    private func checkSelf(_ event: WireEvent) -> Refusal? {
        !event.isConversion && caller.excludesItself ? Refusal(.selfExcluded) : nil
    }

    private func sign(of event: WireEvent) -> BotSign? {
        guard settings.filtersBots else { return nil }
        if caller.sign == nil, event.isSteered { return .headless }
        return caller.sign
            ?? BotFilter.embedded.sign(ofReferrer: event.referrer, landingReferrer: event.landing?.referrer)
    }

    private func accepted(_ event: WireEvent) throws(Refusal) -> CaptureEvent {
        var browser = event.browser
        browser.userAgent = caller.userAgent
        browser.ip = caller.address
        return CaptureEvent(
            id: event.id, account: account.id, kind: try kind(of: event), visitor: visitor(of: event),
            session: event.session, url: event.url, referrer: event.referrer, occurredAt: event.occurredAt,
            landing: event.landing, browser: browser, suspicion: event.isConversion ? suspicion(of: event) : nil)
    }

    /// A script that has just made its id up forgets less when our own cookie remembers the browser.
    private func visitor(of event: WireEvent) -> VisitorID? {
        event.isNewVisitor || event.visitor == nil ? twin ?? event.visitor : event.visitor
    }

    private func kind(of event: WireEvent) throws(Refusal) -> CaptureEvent.Kind {
        switch event.type {
        case .pageView:
            return .pageView(title: event.title)
        case .formSubmission:
            return .form(event.isOwnForm ? try ownFill(event) : event.fill)
        case .identify:
            guard event.fields.contains(where: { $0.value.flatMap(EmailAddress.init) != nil }) else {
                throw Refusal(.malformed)
            }
            return .identify(event.fields)
        case .custom:
            return .custom(name: event.customName, data: event.customData)
        }
    }

    /// Of an own form the name, the labels and the hidden value are ours, not the browser's.
    private func ownFill(_ event: WireEvent) throws(Refusal) -> FormFill {
        guard let form = forms[event.fill.formID], form.account == account.id else { throw Refusal(.malformed) }
        let values = Dictionary(event.fields.map { ($0.name, $0.values) }, uniquingKeysWith: { first, _ in first })
        return FormFill(
            origin: .own, formID: form.id.rawValue, formName: form.name, hiddenSource: form.definition.source,
            fields: form.definition.filled(with: values))
    }

    private func suspicion(of event: WireEvent) -> HeldReason? {
        if event.honeypot != nil { return .honeypot }
        if let sign = sign(of: event) { return sign.heldReason }
        guard event.isOwnForm else { return flood() }
        let seal = event.seal.flatMap { FormSeal(text: $0, secret: account.formSecret) }
        guard let seal, seal.form == event.fill.formID else { return .bot }
        if settings.filtersBots, let reason = seal.suspicion(at: received) { return reason }
        return flood()
    }

    private func flood() -> HeldReason? { limits.flood(of: caller.network, account.id, now: received) }
}
