extension ReferrerCatalogue {
    /// The site that a whole `utm_source` names: by its name, one of its hosts, or a usual short form, in any case.
    func site(named text: String) -> ReferrerEntry? {
        let name = text.trimmingSpaces.lowercased()
        if let meant = Self.shortForms[name] { return byName[meant] }
        guard !Self.everydayWords.contains(name) else { return nil }
        if let entry = byName[name] { return entry }
        guard name.contains(".") else { return nil }
        return Host(name: name).flatMap(lookUp)
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
