import Attribution

/// What a landing's URL and referrer tell beside their parameters.
struct LandingFacts: Sendable {
    private let page: FactSlot
    private let host: FactSlot
    private let referrer: FactSlot

    static let first = LandingFacts(.first)
    static let latest = LandingFacts(.latest)

    private init(_ position: AttributionPosition) {
        page = FactSlot(.landingPage, position)
        host = FactSlot(.landingHost, position)
        referrer = FactSlot(.referrerHost, position)
    }

    func read(url: String?, referrer text: String?, into rows: inout FactRows) {
        if let landing = url.flatMap(LandingPlace.init(url:)) {
            rows.set(page, landing.text)
            rows.set(host, landing.host.name)
        }
        if let name = text.flatMap(Referrer.init)?.name { rows.set(referrer, name) }
    }
}
