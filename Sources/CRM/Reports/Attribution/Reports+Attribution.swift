import Attribution

extension Reports {
    /// The attribution report at the level that the request has opened.
    ///
    /// - Throws: `ReportProblem`.
    public func attribution(
        _ request: AttributionRequest, for account: Account
    ) async throws -> AttributionReport {
        try await moment(of: account) { try $0.attribution(request) }
    }

    /// By what contacts came, and by what they last came back.
    ///
    /// - Throws: `ReportProblem`.
    public func matrix(
        _ days: ReportDays, where filters: [ReportFilter] = [], for account: Account
    ) async throws -> AttributionMatrix {
        try await moment(of: account) { try $0.matrix(days, where: filters) }
    }
}

extension ReportMoment {
    /// The attribution report at the level that the request has opened.
    ///
    /// - Throws: `ReportProblem`.
    public mutating func attribution(_ request: AttributionRequest) throws -> AttributionReport {
        try request.check()
        return try AttributionReport(request, &reading)
    }

    /// By what contacts came, and by what they last came back.
    ///
    /// - Throws: `ReportProblem`.
    public mutating func matrix(_ days: ReportDays, where filters: [ReportFilter] = []) throws -> AttributionMatrix {
        let field = ReportField.attribution(.sessionSource)
        let query = ReportQuery(
            .contacts, by: AttributionPosition.allCases.map { ReportColumn(field, $0) }, where: filters, days: days)
        return AttributionMatrix(try answer([query]).first)
    }
}

extension AttributionReport {
    init(_ request: AttributionRequest, _ reading: inout ReportReading) throws {
        guard let level = request.level else { throw ReportProblem.tooDeep }
        let found = try Self.tallies(request, [request.days] + (request.compared.map { [$0] } ?? []), &reading)
        let tally = found[0].tally
        let groups = tally.sorted(by: request.sort, descending: request.descending)
        let shown = groups.prefix(min(max(request.limit, 1), AttributionRequest.mostRows))
        let keys = shown.map(tally.key)

        func row(
            _ kind: AttributionRow.Kind, _ name: String, _ key: ReportKey? = nil,
            _ figures: (AttributionTally) -> AttributionFigures
        ) -> AttributionRow {
            let figures = found.map { tally, contacts in
                var figures = figures(tally)
                figures.share = contacts > 0 ? Double(figures.contacts) / Double(contacts) : nil
                return figures
            }
            return AttributionRow(
                kind: kind, key: key, name: name, figures: figures[0],
                compared: request.compared == nil ? nil : figures[1],
                isExpandable: key.map { AttributionLevel.below(request.path + [$0.text]) != nil } ?? false)
        }
        rows = zip(shown, keys).map { group, key in
            row(.key(key.text), key.name(empty: level.emptyLabel), key) { $0.figures(group) }
        }
        let texts = keys.map(\.text)
        var other: AttributionRow? = nil
        if groups.count > shown.count {
            other = row(.other(than: texts), AttributionRow.restName) { $0.total.without(shown.map($0.figures)) }
        }
        if request.wantsVisitors, request.isOfVisits, other != nil {
            other?.figures.visitors = try Self.visitors(request, than: texts, on: request.days, &reading)
            if let days = request.compared {
                other?.compared?.visitors = try Self.visitors(request, than: texts, on: days, &reading)
            }
        }
        self.other = other
        self.level = level
        otherCount = groups.count - shown.count
        total = row(.total, "Total") { $0.total }
        hasConsults =
            try reading.dictionary(.report(AttributionFigure.consult.column))
            .group(matching: Medium.calendar.rawValue) != nil
        currency = try reading.currencyRates().base
    }

    /// The figures of each of some ranges, and how many contacts the report has in it, whatever is opened.
    private static func tallies(
        _ request: AttributionRequest, _ ranges: [ReportDays], _ reading: inout ReportReading
    ) throws -> [(tally: AttributionTally, contacts: Int)] {
        let figures = request.figures
        let queries = ranges.flatMap { days in
            figures.compactMap { request.query($0, on: days) }
                + [ReportQuery(.contacts, where: request.filters, days: days)]
        }
        var scans = try ReportScans(queries, &reading)
        try scans.walk(reading)
        return try ranges.indices.map { range in
            let first = range * (figures.count + 1)
            var tally = AttributionTally(request)
            for (number, asked) in figures.enumerated() { tally.take(try scans.groups(of: first + number), asked) }
            return (tally, scans.count(of: first + figures.count))
        }
    }

    /// The different visitors of the rows that are not shown: whoever stands under several of them counts once.
    private static func visitors(
        _ request: AttributionRequest, than shown: [String], on days: ReportDays, _ reading: inout ReportReading
    ) throws -> Int {
        var query = request.query(.visitors, .other(than: shown))
        query.days = days
        return Int(try Reports.answers([query], &reading).first?.total.first?.number ?? 0)
    }
}

extension ReportKey {
    /// What people read for the placeholders that nobody filled: they are one group, whatever was to stand in them.
    public static let placeholderName = "(unfilled placeholder)"
    /// What finds them all as the value of a filter.
    public static let placeholderText = FactDictionary.placeholderKey

    /// As it was sent, in its most frequent spelling.
    func name(empty: String) -> String { label ?? empty }
}
