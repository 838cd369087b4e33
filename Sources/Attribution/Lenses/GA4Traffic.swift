/// What GA4 would call the source, the medium and the campaign of a landing.
///
/// In order: Google's click IDs (gclid, gbraid, wbraid) are google / cpc, whatever the tags say, because auto-tagging
/// outranks manual tags. Then `utm_source`, `utm_medium` and `utm_campaign` as they stand; one that is missing is
/// "(not set)", and the referrer is not looked at. Then `dclid` without tags, dfa / cpm. Then the referrer: a recognised AI
/// assistant is ai-assistant, a search engine organic, any other site referral. Else (direct) / (none).
///
/// What a landing cannot tell: GA4 asks a linked Google Ads account for the campaign and the network of a click, so a click
/// on a display or video ad is Display or Paid Video there and google / cpc here.
struct GA4Traffic: Sendable, Equatable {
    /// What the three values were read from.
    enum Origin: Sendable, Equatable {
        case googleClickID(Parameter)
        case tags
        case displayClickID
        case assistant, search, referral
        case nothing
    }

    static let notSet = "(not set)"

    let origin: Origin
    /// In lower case: channel definitions hold in any case.
    let source: String
    let medium: String
    let campaign: String
    /// What the site named by the source is for; Headwater's catalogue stands in for Google's lists of sites.
    let kind: ReferrerKind?

    init(_ arrival: Arrival, catalogue: ReferrerCatalogue) {
        let campaign = Self.value(.utmCampaign, arrival)
        if let clickID = Self.googleClickIDs.first(where: arrival.present.contains) {
            self.init(.googleClickID(clickID), "google", "cpc", campaign ?? Self.notSet, .search)
        } else if Self.tags.contains(where: arrival.present.contains) {
            let source = Self.value(.utmSource, arrival)
            self.init(
                .tags, source ?? Self.notSet, Self.value(.utmMedium, arrival) ?? Self.notSet, campaign ?? Self.notSet,
                source.flatMap { Self.kind(ofSource: $0, catalogue) })
        } else if arrival.present.contains(.dclid) {
            self.init(.displayClickID, "dfa", "cpm", Self.notSet, nil)
        } else if let referrer = arrival.referrer {
            self.init(referrer: referrer.name, site: arrival.site)
        } else {
            self.init(.nothing, "(direct)", "(none)", "(direct)", nil)
        }
    }

    private init(referrer: String, site: ReferrerEntry?) {
        if let site, site.kind == .ai, Self.assistants.contains(site.name) {
            self.init(.assistant, referrer, "ai-assistant", "(ai-assistant)", .ai)
        } else if let site, site.kind == .search {
            self.init(.search, site.name.lowercased(), "organic", "(organic)", .search)
        } else {
            self.init(.referral, referrer, "referral", "(referral)", site?.kind)
        }
    }

    private init(_ origin: Origin, _ source: String, _ medium: String, _ campaign: String, _ kind: ReferrerKind?) {
        self.origin = origin
        self.source = source
        self.medium = medium
        self.campaign = campaign
        self.kind = kind
    }

    /// The assistants taken as recognised. The choice is Headwater's: Google announced the channel with ChatGPT, Gemini
    /// and Claude, and publishes no complete list. Others stay referrals.
    static let assistants: Set<String> = ["ChatGPT", "Claude", "Copilot", "DeepSeek", "Gemini", "Grok"]

    private static let googleClickIDs: [Parameter] = [.gclid, .gbraid, .wbraid]
    private static let tags: [Parameter] = [.utmSource, .utmMedium, .utmCampaign]
    /// The shops that Google's list knows by a bare name; the catalogue lets a tag name search, social and video alone.
    private static let shops: Set<String> = [
        "alibaba", "amazon", "ebay", "etsy", "igshopping", "mercadolibre", "shopify", "shopzilla", "walmart",
    ]

    private static func kind(ofSource source: String, _ catalogue: ReferrerCatalogue) -> ReferrerKind? {
        shops.contains(source) ? .shopping : catalogue.site(named: source)?.kind
    }

    private static func value(_ parameter: Parameter, _ arrival: Arrival) -> String? {
        guard arrival.present.contains(parameter) else { return nil }
        return arrival.query[parameter].map { FieldText.shortened($0).lowercased() }
    }
}
