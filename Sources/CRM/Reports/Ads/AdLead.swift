/// What came by one combination of tags.
struct AdLead: Sendable, Equatable {
    let campaign: AdName
    let group: AdName
    let ad: AdName
    let keyword: String?
    /// The text of the tag; `e`, `p` and `b` are known.
    let matchType: String?
    let results: AdResults

    init(
        campaign: AdName, group: AdName = .none, ad: AdName = .none, keyword: String? = nil, matchType: String? = nil,
        results: AdResults
    ) {
        self.campaign = campaign
        self.group = group
        self.ad = ad
        self.keyword = keyword
        self.matchType = matchType
        self.results = results
    }
}
