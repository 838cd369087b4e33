extension Reports {
    /// What ads cost and what came of them, both of one moment.
    ///
    /// - Throws: `ReportProblem`.
    public func ads(_ request: AdReportRequest, for account: Account) async throws -> AdReport {
        let (join, currency, hasConsults) = try await join(request, for: account)
        return AdReport(request, join, currency: currency, hasConsults: hasConsults)
    }

    private func join(
        _ request: AdReportRequest, for account: Account
    ) async throws -> (AdJoin, Currency, hasConsults: Bool) {
        let questions = AdReportQueries(request).leads(request.division) + [Self.anyConsult]
        if let problem = questions.flatMap(\.problems).first { throw problem }
        return try await read(account) { reading in
            let answers = try Self.answers(questions, &reading)
            let rates = try reading.currencyRates()
            let connection = reading.connection
            let places = try AdCostStore.places(connection, account.id, request.platform, request.days)
            var join = AdJoin(
                places: places, leads: AdReportQueries.leads(request.division, answers), rates: rates)
            try AdCostStore.forEach(connection, account.id, request.platform, request.days) { cost, _ in
                join.add(cost)
            }
            let consults = answers.last?.total.first?.number ?? 0
            return (join, rates.base, consults > 0)
        }
    }

    /// Whether there was an appointment, at whatever time.
    private static let anyConsult = ReportQuery(
        .conversions, where: [AttributionFigure.consult], days: ReportDays(from: CalendarDate(dayNumber: 0), to: .last))

    /// The contacts behind a figure of one row, newest fact first within each of the roads that lead to it.
    ///
    /// - Parameters:
    ///   - path: the key of the row, those it stands below in front of it; empty: everything of the platform.
    ///   - place: where the last page ended.
    /// - Throws: `ReportProblem`.
    public func contacts(
        behind figure: AdFigure, _ path: [AdKey], of request: AdReportRequest, for account: Account,
        after place: AdContacts.Place? = nil, limit: Int
    ) async throws -> AdContacts {
        let (join, _, _) = try await join(request, for: account)
        let rows = path.indices.compactMap { depth in
            join.rows(request.division, below: Array(path.prefix(depth))).first { $0.key == path[depth] }
        }
        guard rows.count == path.count else {
            return AdContacts(names: [], results: AdResults(), ids: [], total: 0, next: nil)
        }
        let results = (rows.last?.figures ?? join.total).results
        var contacts = AdContacts(names: rows.map(\.name), results: results, ids: [], total: 0, next: nil)
        for (road, query) in AdReportQueries(request).behind(figure, rows).enumerated() {
            let isOver = road < (place?.road ?? 0) || contacts.next != nil
            let start = road == place?.road ? place?.place : nil
            let free = limit - contacts.ids.count
            let page = try await self.contacts(behind: query, for: account, after: start, limit: max(1, free))
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
