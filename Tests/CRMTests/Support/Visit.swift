import Attribution
import CRM

/// One visit of a browser, as the script on the page tells it.
struct Visit: Sendable {
    let account: AccountID
    var visitor: VisitorID?
    var session: SessionID?
    var landing: CapturedLanding
    let ids: IDSource
    var browser = BrowserFacts(userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", ip: "198.51.100.7")

    /// A page of the visit: its landing, unless another one is named.
    func page(_ url: String? = nil, minute: Int = 0, title: String? = nil) -> CaptureEvent {
        event(.pageView(title: title), url: url ?? landing.url, minute: minute)
    }

    /// An external form, sent a while after the landing.
    func form(
        _ fields: KeyValuePairs<String, String>, named name: String = "Contact us", on url: String? = nil,
        minute: Int = 1, suspicion: HeldReason? = nil
    ) -> CaptureEvent {
        let filled = fields.map { FilledField(name: $0.key, label: nil, values: [$0.value]) }
        return form(filled, named: name, on: url, minute: minute, suspicion: suspicion)
    }

    func form(
        _ fields: [FilledField], named name: String = "Contact us", on url: String? = nil, minute: Int = 1,
        suspicion: HeldReason? = nil
    ) -> CaptureEvent {
        let fill = FormFill(origin: .external, formID: "contact", formName: name, hiddenSource: nil, fields: fields)
        return event(.form(fill), url: url ?? "https://clinic.example/contact", minute: minute, suspicion: suspicion)
    }

    /// A form built in the console.
    func ownForm(_ fields: KeyValuePairs<String, String>, source: String? = nil, minute: Int = 1) -> CaptureEvent {
        let filled = fields.map { FilledField(name: $0.key, label: nil, values: [$0.value]) }
        let fill = FormFill(origin: .own, formID: "F1", formName: "Booking", hiddenSource: source, fields: filled)
        return event(.form(fill), url: "https://clinic.example/book", minute: minute)
    }

    func identify(_ fields: KeyValuePairs<String, String>, minute: Int = 1) -> CaptureEvent {
        event(
            .identify(fields.map { FilledField(name: $0.key, label: nil, values: [$0.value]) }),
            url: "https://clinic.example/app", minute: minute)
    }

    func custom(_ name: String, minute: Int = 1) -> CaptureEvent {
        event(.custom(name: name, data: nil), url: landing.url, minute: minute)
    }

    private func event(
        _ kind: CaptureEvent.Kind, url: String, minute: Int, suspicion: HeldReason? = nil
    ) -> CaptureEvent {
        let moment = landing.at + Milliseconds(minute) * .minute
        return CaptureEvent(
            id: EventID(rawValue: ids.uuid(at: moment)), account: account, kind: kind, visitor: visitor,
            session: session, url: url, referrer: landing.referrer, occurredAt: moment, landing: landing,
            browser: browser, suspicion: suspicion)
    }
}
