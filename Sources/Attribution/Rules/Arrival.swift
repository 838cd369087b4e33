/// A landing as text, for those who explain what the rules decided or look at it in another way.
struct Arrival: Sendable {
    let query: QueryParameters
    let present: ParameterSet
    /// The referrer, unless it is one of the account's own pages.
    let referrer: Referrer?
    /// The catalogue's entry of the referrer.
    let site: ReferrerEntry?
    /// The site that `utm_source` names.
    let namedSite: ReferrerEntry?
    /// What was given as the referrer and is no web address.
    let unreadableReferrer: String?
    /// The own page that was set aside as referrer.
    let selfReferral: Host?

    /// - Parameter keys: how the rules in force want the keys of parameters to be spelt.
    init(
        _ landing: Landing, ownDomains: OwnDomains, catalogue: ReferrerCatalogue, keys: ParameterSpelling = .exact
    ) {
        query = QueryParameters(url: landing.url, keys: keys)
        present = query.present
        namedSite = query[.utmSource].flatMap(catalogue.site(named:))
        let claimed = landing.referrer.flatMap(Referrer.init)
        unreadableReferrer = claimed == nil ? landing.referrer.flatMap(FieldText.field)?.text : nil
        referrer = claimed.flatMap { $0.isOwn(in: landing, ownDomains) ? nil : $0 }
        site = referrer.flatMap(catalogue.lookUp)
        if case .site(let host) = claimed, referrer == nil { selfReferral = host } else { selfReferral = nil }
    }

    func firstPresent(_ parameters: [Parameter]) -> Parameter? {
        parameters.first(where: present.contains)
    }
}
