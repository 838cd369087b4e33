extension ChangeSearch {
    /// The marks of an ad, for a landing that looks like one and is not counted as one.
    var additions: [LandingEdit] {
        if verdict.source.isPaid || verdict.rule.isOwn { return [] }
        return emptyClickIDs + uncountedTags + paidMediumMarks + facebookTag
    }

    /// A click ID of an ad that lost its value on the way.
    private var emptyClickIDs: [LandingEdit] {
        AdSigns.of(ruleSet).clickIDs.compactMap { key in
            guard let pair = pair(key), pair.value.isEmpty else { return nil }
            let url = url.replacingValue(of: pair, with: Self.anyID)
            return edit(.fillClickID, pair.key, from: nil, to: Self.anyID, url: url)
        }
    }

    /// The tag of an ad network whose click ID does not count.
    private var uncountedTags: [LandingEdit] {
        verdict.notes.filter { $0.code == .uncountedClickID }.compactMap(\.suggestion).compactMap(tagging)
    }

    /// `utm_medium` says paid: the click ID or the tag of the site that was probably meant.
    private var paidMediumMarks: [LandingEdit] {
        guard verdict.notes.contains(where: { $0.code == .paidMedium }) else { return [] }
        let source = pair(Parameter.utmSource.key)?.value ?? ""
        let named = classifier.catalogue.site(named: source)
        guard let site = named ?? referringSite else {
            // An ad that was clicked on another site is none of Google's or Meta's.
            return verdict.referringHost == nil ? Self.usualTags(for: source).compactMap(tagging) : []
        }
        let tag = named == nil ? AdSigns.of(ruleSet).tag(forSite: site.name).flatMap(tagging) : nil
        return [tag, clickID(of: site.name)].compactMap { $0 }
    }

    /// Where nothing says whose ad it was: Meta's templates have doubled braces, those of Google single ones.
    private static func usualTags(for source: String) -> [String] {
        if source.contains("{{") { return ["fb_ad"] }
        return source.contains("{") ? ["adwords"] : ["adwords", "fb_ad"]
    }

    private var referringSite: ReferrerEntry? {
        let site = landing.referrer.flatMap(Referrer.init).flatMap(classifier.catalogue.lookUp)
        return site.flatMap { $0.kind == .search || $0.kind.isSocial ? $0 : nil }
    }

    /// `fbclid` is on every link that is clicked on Facebook, so only the tag can say that it was an ad.
    private var facebookTag: [LandingEdit] {
        pair(Parameter.fbclid.key) == nil ? [] : ["fb_ad"].compactMap(tagging)
    }

    private func tagging(_ tag: String) -> LandingEdit? {
        let action = LandingEdit.Action.tagAd(platform: Self.platforms[tag] ?? "that site")
        let key = Parameter.utmSource.key
        guard let source = pair(key) else {
            return url.adding(key, tag).map { edit(action, key, from: nil, to: tag, url: $0) }
        }
        return edit(
            action, source.key, from: source.value, to: tag, url: url.replacingValue(of: source, with: tag))
    }

    private func clickID(of site: String) -> LandingEdit? {
        guard let (key, platform) = Self.clickIDs[site], pair(key) == nil else { return nil }
        return url.adding(key, Self.anyID)
            .map { edit(.addClickID(platform: platform), key, from: nil, to: Self.anyID, url: $0) }
    }

    /// The rules ask whether a click ID is there, not which it is.
    private static let anyID = "example"

    private static let platforms = [
        "adwords": "Google", "fb_ad": "Facebook or Instagram", "linkedin_ad": "LinkedIn", "twitter_ad": "X",
        "reddit_ad": "Reddit", "tiktok_ad": "TikTok", "pinterest_ad": "Pinterest", "snapchat_ad": "Snapchat",
        "youtube_ad": "YouTube",
    ]

    /// The click ID that a platform adds to the links of its ads; one that the rules in force do not count is tried in
    /// vain.
    private static let clickIDs = [
        "Google": ("gclid", "auto-tagging in Google Ads"), "YouTube": ("gclid", "auto-tagging in Google Ads"),
        "Bing": ("msclkid", "auto-tagging in Microsoft Advertising"), "Yandex": ("yclid", "Yandex Direct"),
        "TikTok": ("ttclid", "TikTok"), "X": ("twclid", "X"), "LinkedIn": ("li_fat_id", "LinkedIn"),
        "Reddit": ("rdt_cid", "Reddit"), "Snapchat": ("sccid", "Snapchat"), "Pinterest": ("epik", "Pinterest"),
    ]
}
