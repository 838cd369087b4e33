/// What was spent in one campaign, by day.
///
/// A platform's files say the same money at several levels. For each day the coarsest one that is there counts; what its
/// parts do not account for belongs to none of them.
struct AdLedger {
    private var days: [CalendarDate: Day] = [:]

    private struct Day {
        var own: AdSpend?
        var groups: [AdKey: Group] = [:]

        var spend: AdSpend { own ?? groups.values.lazy.map(\.spend).sum }
    }

    private struct Group {
        var own: AdSpend?
        var ads: [AdKey: AdSpend] = [:]
        var keywords: AdSpend?

        var spend: AdSpend { own ?? (ads.isEmpty ? keywords ?? AdSpend() : ads.values.sum) }
    }

    mutating func add(_ spend: AdSpend, on day: CalendarDate, level: AdLevel, group: AdKey, ad: AdKey) {
        switch level {
        case .campaign: days[day, default: Day()].own = (days[day]?.own ?? AdSpend()) + spend
        case .group: change(day, group) { $0.own = ($0.own ?? AdSpend()) + spend }
        case .ad: change(day, group) { $0.ads[ad] = ($0.ads[ad] ?? AdSpend()) + spend }
        case .keyword: change(day, group) { $0.keywords = ($0.keywords ?? AdSpend()) + spend }
        }
    }

    private mutating func change(_ day: CalendarDate, _ group: AdKey, _ change: (inout Group) -> Void) {
        change(&days[day, default: Day()].groups[group, default: Group()])
    }

    var spend: AdSpend { days.values.lazy.map(\.spend).sum }

    /// What each group took, and under `none` what no group accounts for.
    var groups: [AdKey: AdSpend] {
        var sums: [AdKey: AdSpend] = [:]
        for day in days.values {
            for (key, group) in day.groups { sums[key] = (sums[key] ?? AdSpend()) + group.spend }
            Self.note(day.spend - day.groups.values.lazy.map(\.spend).sum, in: &sums)
        }
        return sums
    }

    /// The same of the ads of a group.
    func ads(of group: AdKey) -> [AdKey: AdSpend] {
        var sums: [AdKey: AdSpend] = [:]
        for day in days.values {
            if let found = day.groups[group] {
                for (key, spend) in found.ads { sums[key] = (sums[key] ?? AdSpend()) + spend }
                Self.note(found.spend - found.ads.values.sum, in: &sums)
            }
            // What no group accounts for is nobody's ad either.
            if group == .none { Self.note(day.spend - day.groups.values.lazy.map(\.spend).sum, in: &sums) }
        }
        return sums
    }

    private static func note(_ rest: AdSpend, in sums: inout [AdKey: AdSpend]) {
        if !rest.isNothing { sums[.none] = (sums[.none] ?? AdSpend()) + rest }
    }
}
