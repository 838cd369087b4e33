import Database

/// What writing some costs changes in the database, read in the transaction that writes them.
struct AdCostChange {
    let writes: [(key: AdCostKey, cost: AdCost)]
    let replaced: [AdCostKey]
    let tally: AdCostTally

    init(_ connection: Connection, _ account: AccountID, _ costs: [AdCost]) throws {
        let names = Set(costs.map { AdCostKey($0, $0.place.names) }).sorted()
        let plan = AdCostPlan(costs, known: try AdCostStore.known(connection, account, names))
        let keys = Set(plan.writes.keys).union(plan.replaced.keys)
        let there = try AdCostStore.costs(connection, account, keys.sorted())
        let former = Dictionary(plan.replaced.map { ($0.value, $0.key) }, uniquingKeysWith: min)
        var tally = AdCostTally()
        var writes: [(key: AdCostKey, cost: AdCost)] = []
        for (key, cost) in plan.writes.sorted(by: { $0.key < $1.key }) {
            let cost = Self.named(cost, there[key])
            if there[key] == cost {
                tally.same += 1
                continue
            }
            // What stood there under its names alone is the same cost: it is known by an ID from now on.
            if let old = there[key] ?? former[key].flatMap({ there[$0] }) {
                tally.noteChange(from: old.cost, to: cost.cost)
            } else {
                tally.new += 1
            }
            writes.append((key, cost))
        }
        let wholes = try AdCostWholes(connection, account, beside: costs)
        tally.parts = plan.writes.values.count { wholes.hold($0) }
        tally.ambiguous = plan.ambiguous.sorted()
        self.writes = writes
        replaced = plan.replaced.keys.sorted()
        self.tally = tally
    }

    /// A cost that came without an ID and stands under one has the names and IDs of the row that it changes.
    private static func named(_ cost: AdCost, _ old: AdCost?) -> AdCost {
        guard let old, !cost.place.hasID, old.place.hasID else { return cost }
        return AdCost(
            platform: cost.platform, day: cost.day, place: old.place, impressions: cost.impressions,
            clicks: cost.clicks, cost: cost.cost)
    }
}
