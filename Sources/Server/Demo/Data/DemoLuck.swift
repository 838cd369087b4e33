import Attribution

/// How often a lead buys, out of a hundred, and how many sessions at most.
struct DemoLuck {
    let won: Int
    let sessions: Int

    /// Two offers bring crowds who never buy, and a quiet campaign those who need a long course of treatment. Of the rest,
    /// friends send those who stay.
    init(_ source: Source?, campaign: String?) {
        (won, sessions) =
            switch (source, campaign) {
            case (_, "First Visit $50"), (_, "Winter Glow"): (0, 1)
            case (_, "Winter Glow | PMax"): (6, 1)
            case (_, "Microneedling | Scars"): (88, 12)
            case (.referral, _): (58, 6)
            case (.organicSearch, _): (42, 5)
            case (.paidSearch, _): (30, 3)
            case (.crmUI, _): (48, 3)
            case (.direct, _): (38, 3)
            case (.paidSocial, _): (14, 2)
            case (.socialMedia, _): (20, 2)
            default: (25, 2)
            }
    }
}
