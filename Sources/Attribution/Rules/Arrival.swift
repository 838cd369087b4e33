/// A landing as the rules see it: its parameters, and the referrer with what is known about it.
struct Arrival: Sendable {
    let query: QueryParameters
    let present: ParameterSet
    /// The referrer, unless it is one of the account's own pages.
    let referrer: Referrer?
    /// The catalogue's entry of the referrer.
    let site: ReferrerEntry?
    /// The own page that was set aside as referrer.
    let selfReferral: Host?

    init(_ landing: Landing, ownDomains: OwnDomains, catalogue: ReferrerCatalogue) {
        query = QueryParameters(url: landing.url)
        present = query.present
        let claimed = landing.referrer.flatMap(Referrer.init)
        if case .site(let host) = claimed, ownDomains.isOwn(host, landing: Host(url: landing.url)) {
            referrer = nil
            site = nil
            selfReferral = host
        } else {
            referrer = claimed
            site = claimed.flatMap(catalogue.lookUp)
            selfReferral = nil
        }
    }

    func firstPresent(_ parameters: [Parameter]) -> Parameter? {
        parameters.first(where: present.contains)
    }

    /// The first of the ad tags that `utm_source` contains.
    func tag(in tags: [AdTag]) -> Finding? {
        guard present.contains(.utmSource), let value = query.encodedValue(of: .utmSource) else { return nil }
        return tags.first { value.contains(text: $0.text) }.map { .adTag($0) }
    }

    /// The first of the click IDs that is present.
    func clickID(in clickIDs: [AdClickID]) -> Finding? {
        clickIDs.first { present.contains($0.parameter) }.map { .clickID($0) }
    }
}
