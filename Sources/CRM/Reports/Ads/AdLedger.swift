/// What was spent in one campaign.
///
/// A platform's files say the same money at several levels. For each day the coarsest one that is there counts; what its
/// parts do not account for belongs to none of them. Once a day is over, only the sums are left of it.
struct AdLedger {
    private var day: CalendarDate?
    private var open = Day()
    private var before = Sums()

    private struct Day {
        var own: AdSpend?
        var groups: [AdKey: Group] = [:]

        var spend: AdSpend { own ?? inGroups }
        var inGroups: AdSpend { groups.values.lazy.map(\.spend).sum }
    }

    private struct Group {
        var own: AdSpend?
        var ads: [AdKey: AdSpend] = [:]
        var keywords: AdSpend?

        var spend: AdSpend { own ?? (ads.isEmpty ? keywords ?? AdSpend() : ads.values.sum) }
    }

    /// The costs of one day come one after the other, whatever their levels.
    mutating func add(_ spend: AdSpend, on day: CalendarDate, level: AdLevel, group: AdKey, ad: AdKey) {
        if day != self.day {
            before.add(open)
            (self.day, open) = (day, Day())
        }
        switch level {
        case .campaign: open.own = (open.own ?? AdSpend()) + spend
        case .group: change(group) { $0.own = ($0.own ?? AdSpend()) + spend }
        case .ad: change(group) { $0.ads[ad] = ($0.ads[ad] ?? AdSpend()) + spend }
        case .keyword: change(group) { $0.keywords = ($0.keywords ?? AdSpend()) + spend }
        }
    }

    private mutating func change(_ group: AdKey, _ change: (inout Group) -> Void) {
        change(&open.groups[group, default: Group()])
    }

    var spend: AdSpend { before.spend + open.spend }
    /// What each group took, and under `none` what no group accounts for.
    var groups: [AdKey: AdSpend] { sums.groups }
    /// The same of the ads of a group.
    func ads(of group: AdKey) -> [AdKey: AdSpend] { sums.ads[group] ?? [:] }

    private var sums: Sums {
        var sums = before
        sums.add(open)
        return sums
    }

    /// Of all days that are over.
    private struct Sums {
        var spend = AdSpend()
        var groups: [AdKey: AdSpend] = [:]
        var ads: [AdKey: [AdKey: AdSpend]] = [:]

        mutating func add(_ day: Day) {
            spend = spend + day.spend
            for (key, group) in day.groups {
                groups[key] = (groups[key] ?? AdSpend()) + group.spend
                for (ad, spend) in group.ads { note(spend, of: ad, in: key) }
                let rest = group.spend - group.ads.values.sum
                if !rest.isNothing { note(rest, of: .none, in: key) }
            }
            let rest = day.spend - day.inGroups
            guard !rest.isNothing else { return }
            groups[.none] = (groups[.none] ?? AdSpend()) + rest
            // What no group accounts for is nobody's ad either.
            note(rest, of: .none, in: .none)
        }

        private mutating func note(_ spend: AdSpend, of ad: AdKey, in group: AdKey) {
            ads[group, default: [:]][ad] = (ads[group]?[ad] ?? AdSpend()) + spend
        }
    }
}
