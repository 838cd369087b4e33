/// The classic rules for a web landing, top to bottom; the first that applies wins.
enum ClassicRules {
    static let ordered: [WebRule] = [
        .googleAdsTag, .searchClickID, .taggedOnGoogle, .socialAd, .socialSite, .searchEngine, .anotherWebsite, .direct,
        .remainder,
    ]
}
