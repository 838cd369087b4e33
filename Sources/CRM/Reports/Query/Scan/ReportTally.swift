/// The figures of cells while parts are looked at.
struct ReportTally: Sendable {
    private struct Apart: Hashable {
        let cell: UInt32
        let currency: UInt32
    }

    private(set) var counts: [Int64] = []
    /// Different people by cell; empty unless they are asked for.
    private var people: [Int64] = []
    private var seen = PairSet()
    /// In the account's currency, by cell; empty unless they are asked for.
    private var amounts: [AmountTally] = []
    private var apart: [Apart: AmountTally] = [:]

    /// Makes room for cells up to `count`.
    mutating func grow(to count: Int, people hasPeople: Bool, amounts hasAmounts: Bool) {
        let more = count - counts.count
        guard more > 0 else { return }
        counts.append(contentsOf: repeatElement(0, count: more))
        if hasPeople { people.append(contentsOf: repeatElement(0, count: more)) }
        if hasAmounts { amounts.append(contentsOf: repeatElement(AmountTally(), count: more)) }
    }

    mutating func count(_ cells: [UInt32], _ weights: ReportWeights) {
        for place in cells.indices { counts[Int(cells[place])] += Int64(weights[place]) }
    }

    mutating func count(_ number: Int, in cell: Int) { counts[cell] += Int64(number) }

    /// Adds the amounts of rows to their cells; without cells, to the first.
    mutating func add(_ all: [AmountReader.Amount], of rows: [UInt32], to cells: [UInt32]?) {
        for place in rows.indices {
            let amount = all[Int(rows[place])]
            let cell = cells?[place] ?? 0
            if amount.apart == 0 {
                amounts[Int(cell)].add(amount.minorUnits)
            } else {
                apart[Apart(cell: cell, currency: amount.apart), default: AmountTally()].add(amount.minorUnits)
            }
        }
    }

    /// Notes the people of rows in their cells.
    mutating func see(_ numbers: [UInt32], of rows: [UInt32], in cells: [UInt32]) {
        for place in rows.indices where seen.insert(cells[place], numbers[Int(rows[place])]) {
            people[Int(cells[place])] += 1
        }
    }

    /// Says how many people the first cell has, to whom they are all different.
    mutating func count(people number: Int) { people[0] = Int64(number) }

    /// The figures of one cell, one for each metric.
    func values(_ cell: Int, _ metrics: [ReportMetric], _ reader: AmountReader?) -> [ReportValue] {
        metrics.map { metric in
            switch metric {
            case .count: ReportValue(number: counts[cell])
            case .visitors, .distinctContacts: ReportValue(number: people.isEmpty ? counts[cell] : people[cell])
            case .sum, .average, .minimum, .maximum:
                ReportValue(number: amounts[cell].value(metric), apart: apartAmounts(cell, metric, reader))
            }
        }
    }

    /// In the order of the currencies' codes; a sum that is nothing is nothing to show.
    private func apartAmounts(_ cell: Int, _ metric: ReportMetric, _ reader: AmountReader?) -> [Money] {
        guard let reader, !apart.isEmpty else { return [] }
        return apart.compactMap { place, tally in
            guard place.cell == cell, let number = tally.value(metric), metric != .sum || number != 0
            else { return nil }
            return Money(minorUnits: number, currency: reader.currency(place.currency))
        }.sorted { $0.currency.rawValue < $1.currency.rawValue }
    }
}
