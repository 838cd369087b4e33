/// One question on its way through the facts: it looks at one part after the other, then it has the answer.
struct ReportScan: Sendable {
    let query: ReportQuery
    private var selection: ReportSelection
    private var groupings: [ReportGrouping]
    private let buckets: ReportBuckets?
    private var amounts: AmountReader?
    private var people: PeopleReader?
    /// A row may stand under so many levels; only the innermost ones are rows of the answer.
    private var cells: CellTable
    private var tally = ReportTally()
    private var total = ReportTally()

    init(_ query: ReportQuery, _ reading: inout ReportReading) throws {
        self.query = query
        selection = ReportSelection(
            range: reading.calendar.range(of: query.days), filters: try query.filters.map { try reading.table($0) })
        groupings = try query.groups.map { try reading.grouping($0) }
        buckets = query.bucket.map { ReportBuckets($0, of: query.days, reading.calendar) }
        amounts = query.needsAmounts ? try reading.amounts() : nil
        people = query.needsPeople ? PeopleReader() : nil
        cells = CellTable(limit: ReportQuery.mostRows * (query.groups.count + 1) + 1)
        grow()
    }

    var range: Range<Milliseconds> { selection.range }

    var columns: [FactColumn] {
        selection.columns + groupings.map(\.column) + (amounts == nil ? [] : AmountReader.columns)
            + (people == nil ? [] : [PeopleReader.column(of: query.subject)])
    }

    /// The roll-up that knows all that the question asks; nil where facts have to be looked at one by one.
    var rollup: Rollup? {
        guard people == nil, query.metrics.allSatisfy({ [.count, .sum, .distinctContacts].contains($0) }),
            amounts?.convertsNothing ?? true
        else { return nil }
        return Rollup.of(query.subject).first { $0.holds(columns, where: query.filters) }
    }

    /// What the rows of the roll-up begin with that the question is about.
    func prefixes(in rollup: Rollup) -> RollupPrefixes { RollupPrefixes(selection.filters, in: rollup) }

    /// How many things it has counted, whatever their groups.
    var count: Int { Int(total.counts[0]) }

    /// The moments that divide the range into buckets.
    var cuts: [Milliseconds] { buckets?.starts ?? [] }

    /// - Parameter stretch: which of the part's rows may count, within the range.
    mutating func look(at part: FactPart, within stretch: Range<Milliseconds>) throws {
        try selection.look(at: part, within: stretch)
        guard selection.count > 0 else { return }
        let weights = try ReportWeights(part, selection.rows[..<selection.count])
        total.count(weights.sum, in: 0)
        try amounts?.look(at: part)
        try people?.look(at: part, rows: selection.rows[..<selection.count])
        var rows = Array(selection.rows[..<selection.count])
        for index in groupings.indices {
            try rows.withUnsafeBufferPointer { try groupings[index].note($0, of: part, weights) }
        }
        if let amounts { total.add(amounts.amounts, of: rows, to: nil) }
        if let people { total.count(people: people.count) }
        guard isDivided, !isPlain else { return }
        var places = [UInt32](repeating: 0, count: rows.count)
        try buckets?.divide(rows, &places, of: part, &cells)
        for grouping in groupings { try grouping.divide(&rows, &places, of: part, &cells) }
        grow()
        tally.count(places, weights)
        if let amounts { tally.add(amounts.amounts, of: rows, to: places) }
        if let people { tally.see(people.numbers, of: rows, in: places) }
    }

    private mutating func grow() {
        total.grow(to: 1, people: people != nil, amounts: amounts != nil)
        tally.grow(to: cells.count, people: people != nil, amounts: amounts != nil)
    }

    private var isDivided: Bool { buckets != nil || !groupings.isEmpty }

    /// Whether it only counts the rows of one column's groups: counting their spellings has done so.
    private var isPlain: Bool {
        isByGroup && !groupings[0].column.isList && amounts == nil && people == nil
    }

    /// - Throws: `ReportProblem.tooManyRows`.
    func answer() throws(ReportProblem) -> ReportAnswer {
        if isByGroup { return ReportAnswer(try groups()) }
        let keys = groupings.map { $0.keys() }
        var rows: [ReportAnswer.Row] = []
        for cell in 0..<cells.count where tally.counts[cell] > 0 && isDivided {
            guard rows.count < ReportQuery.mostRows else { throw .tooManyRows }
            rows.append(row(cell, keys))
        }
        let all = total.values(0, query.metrics, amounts)
        if !isDivided { rows = [ReportAnswer.Row(keys: [], bucket: nil, values: all)] }
        return ReportAnswer(rows: rows, total: all)
    }

    /// Whether it groups by one column, and by nothing else.
    private var isByGroup: Bool { groupings.count == 1 && buckets == nil }

    /// The answer to a question that groups by one column, and by nothing else.
    ///
    /// - Throws: `ReportProblem.tooManyRows`.
    func groups() throws(ReportProblem) -> ReportGroups {
        precondition(isByGroup)
        var answer = ReportGroups(groupings[0].keys(), total: total.values(0, query.metrics, amounts))
        if isPlain {
            let counts = groupings[0].counts(of: Int(total.counts[0]))
            for group in counts.indices where counts[group] > 0 {
                let value = ReportValue(number: Int64(counts[group]))
                answer.append(group, query.metrics.map { _ in value })
            }
        } else {
            for cell in 1..<cells.count where tally.counts[cell] > 0 {
                answer.append(cells.group(of: cell), tally.values(cell, query.metrics, amounts))
            }
        }
        guard answer.groups.count <= ReportQuery.mostRows else { throw .tooManyRows }
        return answer
    }

    private func row(_ cell: Int, _ keys: [ReportKeys]) -> ReportAnswer.Row {
        var path: [ReportKey] = []
        var place = cell
        for keys in keys.reversed() {
            path.append(keys[cells.group(of: place)])
            place = cells.parent(of: place)
        }
        return ReportAnswer.Row(
            keys: path.reversed(), bucket: buckets?.days[cells.group(of: place)],
            values: tally.values(cell, query.metrics, amounts))
    }
}

extension ReportQuery {
    var needsAmounts: Bool {
        metrics.contains { [.sum, .average, .minimum, .maximum].contains($0) }
    }

    /// Contacts are all different: they need not be compared.
    var needsPeople: Bool {
        metrics.contains(.visitors) || subject != .contacts && metrics.contains(.distinctContacts)
    }
}
