/// Gathers the costs of a file: parts of one thing on one day are added, what is said twice counts once.
struct AdCostSum {
    private var parts: [Part] = []
    private var places: [Identity: Int] = [:]
    private var left: [AdCostLine] = []

    private struct Part {
        var cost: AdCost
        var line: Int
        var cells: [String]
    }

    /// A thing on a day, and the segment of it.
    private struct Identity: Hashable {
        let key: AdCostKey
        let segment: [String]
    }

    mutating func leave(_ line: Int, _ reason: AdCostLine.Reason) {
        left.append(AdCostLine(line: line, reason: reason))
    }

    mutating func add(_ cost: AdCost, _ line: Int, _ cells: [String], segment: [String]) {
        let identity = Identity(key: AdCostKey(cost, cost.place.thing), segment: segment)
        guard let old = places[identity] else {
            places[identity] = parts.count
            parts.append(Part(cost: cost, line: line, cells: cells))
            return
        }
        if cost.place.hasID {
            // One ID cannot be two things: the file holds the day twice, and the later figures are the newer.
            leave(parts[old].line, .repeated)
            parts[old] = Part(cost: cost, line: line, cells: cells)
        } else if parts[old].cells == cells {
            leave(line, .repeated)
        } else {
            // Two things of one name.
            parts.append(Part(cost: cost, line: line, cells: cells))
        }
    }

    var result: (costs: [AdCost], lines: [Int], left: [AdCostLine]) {
        var sums: [AdCostKey: Int] = [:]
        var (costs, lines, left): ([AdCost], [Int], [AdCostLine]) = ([], [], left)
        for part in parts {
            let key = AdCostKey(part.cost, part.cost.place.thing)
            guard let index = sums[key] else {
                sums[key] = costs.count
                costs.append(part.cost)
                lines.append(part.line)
                continue
            }
            guard costs[index].cost.currency == part.cost.cost.currency else {
                let problem = "the same thing has another currency on line \(lines[index])"
                left.append(AdCostLine(line: part.line, reason: .refused([problem])))
                continue
            }
            costs[index].impressions += part.cost.impressions
            costs[index].clicks += part.cost.clicks
            costs[index].cost = Money(
                minorUnits: costs[index].cost.minorUnits + part.cost.cost.minorUnits,
                currency: part.cost.cost.currency)
        }
        return (costs, lines, left.sorted { $0.line < $1.line })
    }
}
