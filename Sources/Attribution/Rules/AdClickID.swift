/// A click ID that only ads carry. `fbclid` is none of them: organic Facebook clicks carry it too.
struct AdClickID: Sendable {
    let parameter: Parameter
    let platform: String

    init(_ parameter: Parameter, platform: String) {
        self.parameter = parameter
        self.platform = platform
    }

    /// Rule 2.
    static let search = [
        AdClickID(.gclid, platform: "Google"),
        AdClickID(.gbraid, platform: "Google"),
        AdClickID(.wbraid, platform: "Google"),
        AdClickID(.msclkid, platform: "Microsoft"),
    ]

    /// Rule 2 of the extended rules.
    static let extendedSearch = search + [AdClickID(.yclid, platform: "Yandex")]

    /// Rule 4.
    static let social = [AdClickID(.ctwaClid, platform: "WhatsApp")]

    /// Rule 4 of the extended rules.
    static let extendedSocial =
        social + [
            AdClickID(.ttclid, platform: "TikTok"),
            AdClickID(.twclid, platform: "X"),
            AdClickID(.liFatID, platform: "LinkedIn"),
            AdClickID(.rdtCid, platform: "Reddit"),
            AdClickID(.sccid, platform: "Snapchat"),
            AdClickID(.epik, platform: "Pinterest"),
        ]
}

extension ParameterSet {
    static let searchAds = ParameterSet(AdClickID.search.map(\.parameter))
    static let socialAds = ParameterSet(AdClickID.social.map(\.parameter))
    static let extendedSearchAds = ParameterSet(AdClickID.extendedSearch.map(\.parameter))
    static let extendedSocialAds = ParameterSet(AdClickID.extendedSocial.map(\.parameter))
}
