/// What writing some costs comes to, decided before anything is written.
///
/// A cost with an ID takes the place of one that came without and has the same names; one without an ID joins the one
/// that has it. So the same day imported from two kinds of files counts once.
struct AdCostPlan {
    private(set) var writes: [AdCostKey: AdCost] = [:]
    /// The rows that go, each with the key of the one that takes its place: where several do, the first of them.
    private(set) var replaced: [AdCostKey: AdCostKey] = [:]
    /// The numbers of those that several rows answer to, and no ID says which.
    private(set) var ambiguous: [Int] = []

    init(_ costs: [AdCost], known: [AdCostStore.Known]) {
        var byNames = Dictionary(grouping: known, by: \.names).mapValues { Set($0) }
        // Those with IDs first: the others look at them.
        let order = costs.indices.filter { costs[$0].place.hasID } + costs.indices.filter { !costs[$0].place.hasID }
        for index in order {
            let cost = costs[index]
            let names = AdCostKey(cost, cost.place.names)
            let there = byNames[names] ?? []
            guard let thing = place(cost, among: there) else {
                ambiguous.append(index)
                continue
            }
            writes[AdCostKey(cost, thing)] = cost
            byNames[names, default: []].insert(
                AdCostStore.Known(names: names, thing: thing, hasID: thing.hasPrefix("#")))
        }
        replaced = replaced.filter { writes[$0.key] == nil }
    }

    /// The thing under which a cost is kept; nil when nobody can tell.
    private mutating func place(_ cost: AdCost, among there: Set<AdCostStore.Known>) -> String? {
        if cost.place.hasID {
            replace(cost, there, by: cost.place.thing)
            return cost.place.thing
        }
        let withID = there.filter(\.hasID)
        guard let known = withID.first else { return cost.place.thing }
        guard withID.count == 1, writes[AdCostKey(cost, known.thing)] == nil else { return nil }
        replace(cost, there, by: known.thing)
        return known.thing
    }

    /// Those without an ID go.
    private mutating func replace(_ cost: AdCost, _ there: Set<AdCostStore.Known>, by thing: String) {
        for old in there where !old.hasID {
            let key = AdCostKey(cost, old.thing)
            replaced[key] = replaced[key] ?? AdCostKey(cost, thing)
        }
    }
}
