extension Reports {
    /// What ads cost and what came of them, both of one moment.
    ///
    /// - Throws: `ReportProblem`.
    public func ads(_ request: AdReportRequest, for account: Account) async throws -> AdReport {
        try await moment(of: account) { try $0.ads(request) }
    }
}

extension ReportMoment {
    /// What ads cost and what came of them.
    ///
    /// - Throws: `ReportProblem`.
    public mutating func ads(_ request: AdReportRequest) throws -> AdReport {
        let now = try join(request, on: request.days)
        let before = try request.compared.map { try join(request, on: $0) }
        let consults = try answer([Self.anyConsult]).first?.total.first?.number ?? 0
        var report = AdReport(
            request, now, comparedWith: before, currency: try currency(), hasConsults: consults > 0)
        report.rulesUnderway = rulesUnderway
        return report
    }

    private mutating func join(_ request: AdReportRequest, on days: ReportDays) throws -> AdJoin {
        try request.check()
        var request = request
        request.days = days
        let answers = try answer(AdReportQueries(request).leads(request.division))
        let connection = reading.connection
        let account = reading.account
        var join = AdJoin(
            places: try AdCostStore.places(connection, account, request.platform, days),
            leads: AdReportQueries.leads(request.division, answers), rates: try reading.currencyRates())
        try AdCostStore.forEach(connection, account, request.platform, days) { cost, _ in join.add(cost) }
        return join
    }

    /// Whether there was an appointment, at whatever time.
    private static let anyConsult = ReportQuery(
        .conversions, where: [AttributionFigure.consult], days: ReportDays(from: CalendarDate(dayNumber: 0), to: .last))

    /// The contacts behind a figure, newest fact first within each of the roads that lead to it.
    ///
    /// - Parameters:
    ///   - spot: where the figure stands in the report that `request` asks for.
    ///   - place: where the last page ended.
    /// - Throws: `ReportProblem`.
    public mutating func contacts(
        behind figure: AdFigure, _ spot: AdReportPlace, of request: AdReportRequest,
        after place: AdContacts.Place? = nil, limit: Int
    ) throws -> AdContacts {
        let join = try join(request, on: request.days)
        let path = spot.path
        let rows = path.indices.compactMap { depth in
            join.rows(request.division, below: Array(path.prefix(depth))).first { $0.key == path[depth] }
        }
        guard rows.count == path.count else {
            return AdContacts(names: [], results: AdResults(), ids: [], total: 0, next: nil)
        }
        var names = rows.map(\.name)
        var results = (rows.last?.figures ?? join.total).results
        var others: [AdReportRow]?
        if case .other = spot {
            let gathered = request.divided(join.rows(request.division, below: path)).others
            names.append(AttributionRow.restName)
            results = gathered.lazy.map(\.figures.results).sum
            others = gathered
        }
        let roads = AdReportQueries(request).behind(figure, rows, others: others)
        let contacts = AdContacts(names: names, results: results, ids: [], total: 0, next: nil)
        return try page(contacts, along: roads, after: place, limit: limit)
    }

    private mutating func page(
        _ empty: AdContacts, along roads: [ReportQuery], after place: AdContacts.Place?, limit: Int
    ) throws -> AdContacts {
        var contacts = empty
        for (road, query) in roads.enumerated() {
            let isOver = road < (place?.road ?? 0) || contacts.next != nil
            let start = road == place?.road ? place?.place : nil
            let free = limit - contacts.ids.count
            let page = try self.contacts(behind: query, after: start, limit: max(1, free))
            contacts.total += page.total
            if isOver || page.ids.isEmpty { continue }
            contacts.ids += page.ids.prefix(free)
            if free == 0 {
                contacts.next = AdContacts.Place(road: road, place: nil)
            } else if let next = page.next {
                contacts.next = AdContacts.Place(road: road, place: next)
            }
        }
        return contacts
    }
}
