/// A landing as the rules see it: its parameters where they stand, and the referrer with what is known about it.
///
/// Nothing is copied, so it lives no longer than the bytes it was made from.
struct ArrivalBytes: ~Escapable {
    let present: ParameterSet
    /// Whether there is a referrer: one that is a URL, and none of the account's own pages.
    let hasReferrer: Bool
    /// The catalogue's entry of the referrer.
    let site: Site?
    private let source: EncodedBytes
    private let medium: EncodedBytes
    private let userAgent: Bytes
    private let tagsIgnoreCase: Bool

    /// Nil when the URL or the referrer holds bytes that browsers drop.
    ///
    /// - Parameters:
    ///   - url, referrer: as `URLBounds` leaves them; an empty referrer is none.
    @_lifetime(copy url, copy userAgent)
    init?(
        url: Bytes, referrer: Bytes, userAgent: Bytes, ownDomains: borrowing OwnDomains,
        catalogue: borrowing CatalogueIndex, ruleSet: RuleSet
    ) {
        guard let parameters = ParameterScan(url, ruleSet.spelling),
            let sender = ReferrerScan(referrer, landing: url, ownDomains: ownDomains, catalogue: catalogue)
        else { return nil }
        present = parameters.present
        source = EncodedBytes(url.slice(parameters.source))
        medium = EncodedBytes(url.slice(parameters.medium))
        hasReferrer = sender.isReferrer
        site = sender.site
        tagsIgnoreCase = ruleSet.spelling == .tagsInAnyCase
        self.userAgent = userAgent
    }

    /// The first of the ad tags that `utm_source` contains.
    func tag(in tags: @autoclosure () -> [AdTag]) -> Finding? {
        guard present.contains(.utmSource), source.contains(AdTag.common.bytes, ignoringCase: tagsIgnoreCase)
        else { return nil }
        for tag in tags() where source.contains(tag.name.bytes, ignoringCase: tagsIgnoreCase) { return .adTag(tag) }
        return nil
    }

    /// The first of the click IDs that is present.
    func clickID(_ parameters: ParameterSet) -> Finding? { present.first(of: parameters).map { .clickID($0) } }

    /// Rule 4a: `utm_medium` says paid, and the site that `utm_source` names, else the referrer, is of such a kind.
    func paidMedium(in catalogue: CatalogueIndex, on isWanted: (ReferrerKind) -> Bool) -> Finding? {
        guard present.contains(.utmMedium), MediumMeaning.saysPaid(medium) else { return nil }
        if let named = namedSite(in: catalogue) { return isWanted(named.kind) ? .paidOnNamedSite : nil }
        return site.map { isWanted($0.kind) } == true ? .paidOnReferrer : nil
    }

    /// The site that `utm_source` names.
    private func namedSite(in catalogue: CatalogueIndex) -> Site? {
        present.contains(.utmSource) ? catalogue.site(named: source) : nil
    }

    /// The first of the IDs that social platforms add to the links shared there.
    var sharedLink: Finding? { present.first(of: .sharedLinks).map { .sharedLink($0) } }

    var inAppBrowser: Finding? { InAppBrowser.named(in: userAgent).map { .inAppBrowser($0) } }

    /// Rule 3: one of three tags, on a search page of Google.
    var tagOnGoogle: Finding? {
        guard site?.isGoogleSearch == true else { return nil }
        return present.first(of: .campaignTags).map { .taggedLink($0) }
    }

    /// Rule 5b: `utm_source` names a social or video site, and `utm_medium` is absent or says social.
    func namedSocialSite(in catalogue: CatalogueIndex) -> Finding? {
        let says = mediumIs("social") || mediumIs("organic-social") || mediumIs("social-media") || mediumIs("sm")
        guard says || !present.contains(.utmMedium), let site = namedSite(in: catalogue), site.kind.isSocial else {
            return nil
        }
        return .namedSite
    }

    /// Rule 6a: `utm_source` names a search engine, and `utm_medium` is absent or says organic.
    func namedSearchEngine(in catalogue: CatalogueIndex) -> Finding? {
        guard mediumIs("organic") || !present.contains(.utmMedium), let site = namedSite(in: catalogue),
            site.kind == .search
        else { return nil }
        return .namedSite
    }

    private func mediumIs(_ word: StaticString) -> Bool { medium.equals(word.bytes, ignoringCase: true) }
}
