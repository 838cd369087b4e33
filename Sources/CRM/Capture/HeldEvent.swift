/// A held event, so that a release can do what its arrival would have done.
struct HeldEvent: Sendable, Codable {
    private(set) var event: CaptureEvent
    /// Looked up at arrival, because the address may be cut or gone by the time of the release.
    let timeZone: String?

    init(_ event: CaptureEvent, ipStorage: IPStorage, timeZone: String?) {
        self.event = event
        self.event.browser.ip = ipStorage.kept(event.browser.ip)
        self.timeZone = timeZone
    }

    /// The same event as the account's whose row it stands in, which may have another number since it was moved here.
    func of(_ account: AccountID) -> HeldEvent {
        var held = self
        held.event.account = account
        return held
    }

    /// The same event without its whole address; nil when it has none.
    var withoutWholeAddress: HeldEvent? {
        guard let ip = event.browser.ip, IPAddress.cut(ip) != ip else { return nil }
        return HeldEvent(event, ipStorage: .cut, timeZone: timeZone)
    }
}
