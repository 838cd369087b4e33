extension ReferrerCatalogue {
    /// What a `utm_source` may be to name a site: the names of search, social and video sites, and the short forms.
    static func names(
        of entries: some Sequence<(entry: ReferrerEntry, index: UInt16)>
    ) -> [(name: String, value: UInt16)] {
        let named = entries.filter { $0.entry.kind == .search || $0.entry.kind.isSocial }
            .map { (name: $0.entry.name.lowercased(), value: $0.index) }
        let byName = Dictionary(named.map { ($0.name, $0.value) }) { first, _ in first }
        let short = shortForms.compactMap { form, name in byName[name].map { (name: form, value: $0) } }
        return short + named.filter { !everydayWords.contains($0.name) && shortForms[$0.name] == nil }
    }

    private static let shortForms = [
        "ig": "instagram", "insta": "instagram", "fb": "facebook", "meta": "facebook", "twitter": "x", "x": "x",
        "yt": "youtube", "tt": "tiktok", "li": "linkedin", "adwords": "google",
    ]

    /// Names that a tag may well hold without meaning the site: everyday words and first names, and companies that are
    /// known for something other than their search page.
    static let everydayWords = Set(
        """
        aardvark academia alexandria alice amino andi ask atlas avast avg avira band blind brave bt caffeine cara
        centrum centurylink charter clapper classmates clubhouse comcast cox crawler docomo dolphin element eo excite
        f-secure fandom fireball fishbowl free frontier gather geneva ghostery globo goo good holmes inspire juno kick
        kingsoft lenovo leonardo libero line luna mamma marginalia matrix mediacom medium minds mix mop multiply nana
        nan note o2 orange pathfinder peanut periscope primal quick rakuten reunion robby signal sky sm snort softonic
        sol spray sputnik suddenlink tagged talktalk tandem terra tom torry track trombi vero verizon vine walla
        winamp windstream witch xfinity ya yam yep zonealarm
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
