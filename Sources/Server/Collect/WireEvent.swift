import Attribution
import CRM

/// One event as a browser describes it, read once into values that cannot be wrong.
struct WireEvent: Sendable {
    enum Kind: String {
        case pageView = "page_view"
        case formSubmission = "form_submission"
        case identify, custom
    }

    static let largest = 64 << 10

    let id: EventID
    let type: Kind
    let visitor: VisitorID?
    let isNewVisitor: Bool
    /// Whether the browser says that a program steers it (`navigator.webdriver`).
    let isSteered: Bool
    let session: SessionID?
    let url: String
    let referrer: String?
    let title: String?
    let occurredAt: Milliseconds
    let landing: CapturedLanding?
    let browser: BrowserFacts
    let fields: [FilledField]
    let fill: FormFill
    let isOwnForm: Bool
    let honeypot: String?
    let seal: String?
    let customName: String
    let customData: String?

    var isConversion: Bool { type == .formSubmission || type == .identify }

    init(_ value: WireValue, received: Milliseconds) throws(Refusal) {
        guard let id = value["eventId"]?.text.flatMap(EventID.init), let type = value["type"]?.text.flatMap(Kind.init),
            let url = Self.address(value["url"]), Host(url: url) != nil
        else { throw Refusal(.malformed) }
        self.id = id
        self.type = type
        self.url = url
        visitor = value["visitorId"]?.text.flatMap(VisitorID.init)
        isNewVisitor = value["newVisitor"] == .bool(true)
        isSteered = value["webdriver"] == .bool(true)
        session = value["sessionId"]?.text.flatMap(SessionID.init)
        referrer = Self.address(value["referrer"])
        title = value["title"]?.text?.cut(to: 500)
        let clock = EventClock(received: received, sentAt: EventClock.moment(value["sentAt"]))
        occurredAt = clock.serverTime(of: EventClock.moment(value["occurredAt"]))
        landing = Self.landing(value, clock, notAfter: occurredAt)
        browser = BrowserFacts(
            fbp: value["fbp"]?.text?.cut(to: 500), fbc: value["fbc"]?.text?.cut(to: 500),
            gaClientID: value["gaClientId"]?.text?.cut(to: 100), gaSessionID: value["gaSessionId"]?.text?.cut(to: 100))
        fields = Self.fields(value)
        isOwnForm = value["own"] == .bool(true)
        fill = Self.fill(value, fields, isOwn: isOwnForm)
        honeypot = value["honeypot"]?.text
        seal = value["token"]?.text
        customData = value["data"].flatMap { $0 == .null ? nil : $0.json }
        customName = value["name"]?.text?.cut(to: 200) ?? "custom"
    }

    /// The URL as it may be stored: at most 8,192 bytes, secrets dropped.
    private static func address(_ value: WireValue?) -> String? {
        value?.text.map(URLRedaction.stored)
    }

    /// The session's landing; a clock that ran backwards cannot put it after the event.
    private static func landing(_ value: WireValue, _ clock: EventClock, notAfter moment: Milliseconds)
        -> CapturedLanding?
    {
        guard let url = address(value["landingUrl"]), Host(url: url) != nil else { return nil }
        let at = EventClock.moment(value["landingAt"]).map(clock.serverTime) ?? moment
        return CapturedLanding(url: url, referrer: address(value["landingReferrer"]), at: min(at, moment))
    }

    private static func fields(_ value: WireValue) -> [FilledField] {
        guard case .object(let members)? = value["fields"] else { return [] }
        let labels = labels(value)
        return members.filter { !$0.key.isEmpty }.map { member in
            FilledField(
                name: member.key.cut(to: 300), label: labels[member.key]?.cut(to: 500), values: member.value.texts)
        }
    }

    /// By name, and not searched for field by field: a hostile event has thousands of both.
    private static func labels(_ value: WireValue) -> [String: String] {
        guard case .object(let members)? = value["labels"] else { return [:] }
        let named = members.compactMap { member in member.value.text.map { (member.key, $0) } }
        return Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    private static func fill(_ value: WireValue, _ fields: [FilledField], isOwn: Bool) -> FormFill {
        let formID = value["formId"]?.text?.cut(to: 300) ?? "form"
        return FormFill(
            origin: isOwn ? .own : .external, formID: formID, formName: value["formName"]?.text?.cut(to: 300) ?? formID,
            hiddenSource: nil, fields: fields)
    }
}
