/// The extended rules for a web landing, top to bottom; the first that applies wins.
///
/// They are the classic ones with more click IDs and tags, tags compared in any case, and five rules between. A link
/// that says where it stands (5b, 6a) is believed after the referrer, which nobody typed.
enum ExtendedRules {
    static let ordered: [WebRule] = [
        .googleAdsTag, .extendedSearchClickID, .taggedOnGoogle, .extendedSocialAd,
        .paidMediumOnSocial, .paidMediumOnSearch,
        .socialSite, .socialApp, .searchEngine,
        .namedSocialSite, .namedSearchEngine,
        .anotherWebsite, .direct, .remainder,
    ]
}
