/// A rule for web landings: a number, a name, a source, and when it applies.
///
/// A rule set is an ordered list of them. Rules 10–12, and the half of rule 9 that is no web visit, go by the kind of a
/// conversion: see `Interaction`.
enum WebRule: UInt8, CaseIterable, Sendable {
    case googleAdsTag
    case searchClickID, extendedSearchClickID
    case taggedOnGoogle
    case socialAd, extendedSocialAd
    case paidMediumOnSocial, paidMediumOnSearch
    case socialSite
    case socialApp
    case searchEngine
    case namedSocialSite
    case namedSearchEngine
    case anotherWebsite
    case direct
    /// What no other rule covers: tagged, no referring domain, and the tag is nobody's.
    case remainder

    var reference: RuleReference {
        switch self {
        case .googleAdsTag: RuleReference(number: "1", name: "Google Ads tag")
        case .searchClickID, .extendedSearchClickID: RuleReference(number: "2", name: "Click ID of a search ad")
        case .taggedOnGoogle: RuleReference(number: "3", name: "Tagged link on Google search")
        case .socialAd, .extendedSocialAd: RuleReference(number: "4", name: "Social ad tag or click ID")
        case .paidMediumOnSocial: RuleReference(number: "4a", name: "Paid medium on a social or video site")
        case .paidMediumOnSearch: RuleReference(number: "4a", name: "Paid medium on a search engine")
        case .socialSite: RuleReference(number: "5", name: "Social or video site")
        case .socialApp: RuleReference(number: "5a", name: "Social app without a referrer")
        case .searchEngine: RuleReference(number: "6", name: "Search engine")
        case .namedSocialSite: RuleReference(number: "5b", name: "Tag that names a social or video site")
        case .namedSearchEngine: RuleReference(number: "6a", name: "Tag that names a search engine")
        case .anotherWebsite: RuleReference(number: "7", name: "Another website")
        case .direct: RuleReference(number: "8", name: "No referrer and no tag")
        case .remainder: RuleReference(number: "9", name: "Tagged, but covered by no rule")
        }
    }

    var source: Source {
        switch self {
        case .googleAdsTag, .searchClickID, .extendedSearchClickID, .taggedOnGoogle, .paidMediumOnSearch: .paidSearch
        case .socialAd, .extendedSocialAd, .paidMediumOnSocial: .paidSocial
        case .socialSite, .socialApp, .namedSocialSite: .socialMedia
        case .searchEngine, .namedSearchEngine: .organicSearch
        case .anotherWebsite: .referral
        case .direct: .direct
        case .remainder: .others
        }
    }

    /// What speaks for the source, or nil where the rule does not apply.
    ///
    /// - Parameter catalogue: knows the site that a tag names.
    func finding(in arrival: borrowing ArrivalBytes, _ catalogue: CatalogueIndex) -> Finding? {
        switch self {
        case .googleAdsTag: arrival.tag(in: AdTag.search)
        case .searchClickID: arrival.clickID(.searchAds)
        case .extendedSearchClickID: arrival.clickID(.extendedSearchAds)
        case .taggedOnGoogle: arrival.tagOnGoogle
        case .socialAd: arrival.tag(in: AdTag.social) ?? arrival.clickID(.socialAds)
        case .extendedSocialAd: arrival.tag(in: AdTag.extendedSocial) ?? arrival.clickID(.extendedSocialAds)
        case .paidMediumOnSocial: arrival.paidMedium(in: catalogue) { $0.isSocial }
        case .paidMediumOnSearch: arrival.paidMedium(in: catalogue) { $0 == .search }
        case .socialSite: arrival.site?.kind.isSocial == true ? .referrer : nil
        case .socialApp: arrival.hasReferrer ? nil : arrival.sharedLink ?? arrival.inAppBrowser
        case .searchEngine: arrival.site?.kind == .search ? .referrer : nil
        case .namedSocialSite: arrival.namedSocialSite(in: catalogue)
        case .namedSearchEngine: arrival.namedSearchEngine(in: catalogue)
        case .anotherWebsite: arrival.hasReferrer ? .referrer : nil
        case .direct: !arrival.hasReferrer && arrival.present.isDisjoint(with: .tags) ? .nothing : nil
        case .remainder: .unclaimedTag
        }
    }
}
