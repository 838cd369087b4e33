/// Gathers the contacts whose things a question counts, each with the moment of the newest one.
struct ContactsScan {
    private var selection: ReportSelection
    private var newest: [String: Milliseconds] = [:]

    init(_ query: ReportQuery, _ reading: inout ReportReading) throws {
        var filters: [FilterTable] = []
        for filter in query.filters { filters.append(try reading.table(filter)) }
        selection = ReportSelection(range: reading.calendar.range(of: query.days), filters: filters)
    }

    var range: Range<Milliseconds> { selection.range }
    var columns: [FactColumn] { selection.columns + [.contact] }

    mutating func look(at part: FactPart) throws(FactError) {
        try selection.look(at: part, within: range)
        guard selection.count > 0, let contacts = try part.contacts() else { return }
        for row in selection.rows[..<selection.count] {
            // Rows come in the order of time, so what comes later is newer.
            newest[contacts[Int(row)]] = part.moments[Int(row)]
        }
    }

    func page(after place: ReportContacts.Place?, limit: Int) -> ReportContacts {
        var places = newest.map { ReportContacts.Place(at: $0.value, id: ContactID(rawValue: $0.key)) }
        if let place { places.removeAll { $0 <= place } }
        places.sort()
        let page = places.prefix(limit)
        return ReportContacts(
            ids: page.map(\.id), total: newest.count, next: places.count > limit ? page.last : nil)
    }
}
