extension GA4Traffic {
    /// The three values as GA4 writes them, and what they were read from: "google / cpc (from gclid)".
    var words: String {
        let named = campaign == Self.notSet || campaign.hasPrefix("(") ? "" : ", campaign “\(Self.short(campaign))”"
        return "\(Self.short(source)) / \(Self.short(medium))\(named) (\(provenance))"
    }

    /// What GA4 goes by here, without a value of the visitor's.
    var ground: String {
        switch origin {
        case .googleClickID: "Google’s click ID"
        case .tags: "the tags alone"
        case .displayClickID: "dclid, the click ID of display ads"
        case .assistant, .search, .referral: "the referring site"
        case .nothing: "the absence of tags and of a referring site"
        }
    }

    private var provenance: String {
        switch origin {
        case .googleClickID(let parameter): "from \(parameter.key)"
        case .tags: "from the tags"
        case .displayClickID: "from dclid"
        case .assistant, .search, .referral: "from the referrer"
        case .nothing: "no tag and no referrer"
        }
    }

    private static func short(_ value: String) -> Substring { value.prefix(scalars: 80) }
}
