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
        let tally = try Self.tally(request, on: request.days, &reading)
        let compared = try request.compared.map { try Self.tally(request, on: $0, &reading) }
        let tallies = [tally] + (compared.map { [$0] } ?? [])
        let shares =
            request.path.isEmpty
            ? tallies.map { Int64($0.total.contacts) }
            : try Self.contacts(request, [request.days] + (request.compared.map { [$0] } ?? []), &reading)
        let texts = tally.sorted(by: request.sort, descending: request.descending)
        let shown = Array(texts.prefix(min(max(request.limit, 1), AttributionRequest.mostRows)))
        let isDeepest = { (text: String) in AttributionLevel.below(request.path + [text]) == nil }

        func row(_ kind: AttributionRow.Kind, _ key: ReportKey?, _ name: String) throws -> AttributionRow {
            var figures = Self.figures(kind, tally)
            figures.share = shares.first.flatMap { $0 > 0 ? Double(figures.contacts) / Double($0) : nil }
            var before = compared.map { Self.figures(kind, $0) }
            if let contacts = before?.contacts, let all = shares.last, all > 0 {
                before?.share = Double(contacts) / Double(all)
            }
            return AttributionRow(
                kind: kind, key: key, name: name, figures: figures, compared: before,
                isExpandable: key.map { !isDeepest($0.text) } ?? false)
        }
        rows = try shown.map { text in
            let key = tally.key(text)
            return try row(.key(text), key, key.name(empty: level.emptyLabel))
        }
        var other = texts.count > shown.count ? try row(.other(than: shown), nil, "Other") : nil
        if request.wantsVisitors, request.isOfVisits, other != nil {
            other?.figures.visitors = try Self.visitors(request, than: shown, on: request.days, &reading)
            if let days = request.compared {
                other?.compared?.visitors = try Self.visitors(request, than: shown, on: days, &reading)
            }
        }
        self.other = other
        self.level = level
        otherCount = texts.count - shown.count
        total = try row(.total, nil, "Total")
        hasConsults =
            try reading.dictionary(.report(AttributionFigure.consult.column))
            .group(matching: Medium.calendar.rawValue) != nil
        currency = try reading.currencyRates().base
    }

    private static func figures(_ kind: AttributionRow.Kind, _ tally: AttributionTally) -> AttributionFigures {
        switch kind {
        case .key(let text): tally.figures(text)
        case .other(let texts): tally.total.without(texts.map(tally.figures))
        case .total: tally.total
        }
    }

    private static func tally(
        _ request: AttributionRequest, on days: ReportDays, _ reading: inout ReportReading
    ) throws -> AttributionTally {
        let figures = request.figures
        let queries = figures.compactMap { request.query($0, on: days) }
        var tally = AttributionTally(request)
        for (answer, figures) in zip(try Reports.answers(queries, &reading), figures) { tally.take(answer, figures) }
        return tally
    }

    /// All contacts of the report on each of the ranges, whatever is opened.
    private static func contacts(
        _ request: AttributionRequest, _ ranges: [ReportDays], _ reading: inout ReportReading
    ) throws -> [Int64] {
        let queries = ranges.map { ReportQuery(.contacts, where: request.filters, days: $0) }
        return try Reports.answers(queries, &reading).map { $0.total.first?.number ?? 0 }
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
