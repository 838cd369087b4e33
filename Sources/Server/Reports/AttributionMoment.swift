import CRM

/// What an address asks of the attribution report, all of it out of one moment of the account.
struct AttributionMoment {
    let address: AttributionAddress
    let range: ReportRange
    private var figures: ReportMoment

    /// Rules that not all of the figures speak by yet.
    var rulesUnderway: RulesUnderway? { figures.rulesUnderway }

    init(_ address: AttributionAddress, _ figures: ReportMoment, now: Milliseconds) throws {
        let days =
            switch address.period {
            case .preset(let preset): try figures.days(preset, now: now)
            case .own(let days): days
            }
        self.address = address
        self.figures = figures
        range = ReportRange(days: days, compared: address.comparison?.days(before: days))
    }

    /// The rows below a path.
    mutating func report(_ path: [String] = []) throws -> AttributionReport {
        try figures.attribution(address.request(path, range))
    }

    /// The sources, and below them the levels that are open.
    mutating func tree() throws -> AttributionTree {
        var tree = AttributionTree(try report())
        // Outer rows first: what lies below a row that is not there any more is not looked for.
        for path in address.opened.sorted(by: { $0.count < $1.count }) where tree.hasExpandable(path) {
            tree.add(try report(path), below: path)
        }
        return tree
    }

    /// - Parameter bucket: what fits the range when it is nil.
    mutating func timeline(
        _ figure: AttributionFigure, by bucket: TimeBucket?, _ path: [String] = []
    ) throws -> AttributionTimeReading {
        let bucket = bucket ?? .fitting(range.days)
        return AttributionTimeReading(
            figure: figure, bucket: bucket,
            timeline: try figures.timeline(address.request(path, range), figure, by: bucket),
            currency: try figures.currency())
    }

    mutating func matrix() throws -> AttributionMatrix { try figures.matrix(range.days, where: address.filters) }

    mutating func contacts(
        behind query: ReportQuery, after place: ReportContacts.Place?, limit: Int
    ) throws -> ReportContacts {
        try figures.contacts(behind: query, after: place, limit: limit)
    }
}

extension Reports {
    /// Everything that is asked of an address at once.
    ///
    /// - Throws: `ReportProblem`, and what the work throws.
    func attribution<Value: Sendable>(
        _ address: AttributionAddress, for account: Account, now: Milliseconds,
        _ work: @escaping @Sendable (inout AttributionMoment) throws -> Value
    ) async throws -> Value {
        try await moment(of: account) { figures in
            var moment = try AttributionMoment(address, figures, now: now)
            return try work(&moment)
        }
    }
}
