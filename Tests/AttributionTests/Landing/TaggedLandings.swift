@testable import Attribution

/// Well-formed landings with every mixture of parameters and referrers that the rules look at.
struct TaggedLandings {
    private static let sources = [
        "adwords", "google_adwords", "fb_ad", "linkedin_ad", "newsletter", "sms", "partner", "gbp", "hs_email", "",
    ]
    private static let mediums = ["email", "organic", "social", "banner", "prepaid", "qr", ""]
    private static let clickIDs = ["gclid", "gbraid", "wbraid", "msclkid", "ctwa_clid", "dclid"]
    private static let foreign = ["page=2", "q=botox", "ref=anna", "utm_id=7", "campaign=x", "_gl=1", "mc_cid=1"]
    /// What only the extended rules read.
    private static let extendedSources = [
        "facebook", "ig", "Bing", "google.com", "tiktok_ad", "ADWORDS", "FB_ad", "yt",
    ]
    private static let extendedMediums = ["cpc", "Paid_Social", "retargeting", "SM"]
    private static let extendedParameters = [
        "yclid", "ttclid", "twclid", "li_fat_id", "rdt_cid", "sccid", "ScCid", "epik", "fbclid", "igshid", "igsh",
    ]
    private static let referrers: [String?] = [
        nil, nil, "https://www.google.com/", "https://images.google.co.uk/", "https://www.bing.com/",
        "https://m.facebook.com/", "https://t.co/abc", "https://www.youtube.com/", "https://partner.example.org/x",
        "https://mail.google.com/", "https://chatgpt.com/", "https://book.clinic.example/", "http://localhost/",
        "android-app://com.google.android.googlequicksearchbox/", "android-app://com.facebook.katana/",
    ]

    private var random: SeededGenerator
    private let isExtended: Bool

    /// - Parameter isExtended: whether what only the extended rules read may occur.
    init(seed: Int, isExtended: Bool) {
        random = SeededGenerator(seed: UInt64(seed))
        self.isExtended = isExtended
    }

    /// The parameters in random order, none twice.
    mutating func nextQuery() -> [String] {
        let sources = Self.sources + (isExtended ? Self.extendedSources : [])
        let mediums = Self.mediums + (isExtended ? Self.extendedMediums : [])
        let tags = [
            sources.randomElement(using: &random).map { "utm_source=\($0)" },
            mediums.randomElement(using: &random).map { "utm_medium=\($0)" },
            "utm_campaign=spring", "utm_content=a%20b", "utm_term=lip+filler",
        ]
        var pairs = tags.compactMap { sometimes($0) }
        pairs += [sometimes(Self.clickIDs.randomElement(using: &random), one: 5)].compactMap { $0.map { $0 + "=Cj0" } }
        if isExtended {
            let found = sometimes(Self.extendedParameters.randomElement(using: &random))
            pairs += [found].compactMap { $0.map { $0 + "=E.C.P" } }
        }
        pairs += [sometimes(Self.foreign.randomElement(using: &random))].compactMap { $0 }
        return pairs.shuffled(using: &random)
    }

    mutating func next() -> Landing { landing(nextQuery(), from: nextReferrer()) }

    mutating func nextReferrer() -> String? { Self.referrers.randomElement(using: &random) ?? nil }

    mutating func shuffled(_ query: [String]) -> [String] { query.shuffled(using: &random) }

    func landing(_ query: [String], from referrer: String?) -> Landing {
        Landing(
            url: "https://www.clinic.example/book" + (query.isEmpty ? "" : "?") + query.joined(separator: "&"),
            referrer: referrer)
    }

    private mutating func sometimes(_ text: String?, one count: Int = 2) -> String? {
        Int.random(in: 0..<count, using: &random) == 0 ? text : nil
    }
}
