extension LensDifference {
    /// Between classic and extended: the rule of extended says what it knows and classic does not.
    static let ofRuleSets: [LensDifference] = [
        letters,
        LensDifference("More search ads") {
            extended(
                $0, by: [.extendedSearchClickID],
                "Extended knows more click IDs of search ads (yclid) than classic does.")
        },
        LensDifference("More social ads") {
            extended(
                $0, by: [.extendedSocialAd],
                "Extended knows the click IDs and ad tags of more social platforms (TikTok, X, LinkedIn, Reddit, Snapchat, "
                    + "Pinterest, YouTube) than classic does.")
        },
        LensDifference("Paid medium") {
            extended(
                $0, by: [.paidMediumOnSocial, .paidMediumOnSearch],
                "Extended takes utm_medium at its word when it says paid and a known site is named; classic does not read "
                    + "utm_medium as a sign of an ad.")
        },
        LensDifference("Social app without a referrer") {
            extended(
                $0, by: [.socialApp],
                "Extended recognises a social app that sends no referrer, by its in-app browser or by fbclid, igsh or "
                    + "igshid; classic sees a visit from nowhere.")
        },
        LensDifference("Site named by the tag") {
            extended(
                $0, by: [.namedSocialSite, .namedSearchEngine],
                "Extended lets utm_source name the site when the referrer does not tell; classic goes by the referring "
                    + "site alone.")
        },
    ]

    private static func extended(_ contrast: LensContrast, by rules: Set<WebRule>, _ sentence: String) -> String? {
        contrast.extended?.answer.rule.map(rules.contains) == true ? sentence : nil
    }
}
