import Database

/// What questions need of an account beside its facts, read within the transaction that reads those.
struct ReportReading {
    let connection: Connection
    let account: AccountID
    let calendar: ReportCalendar
    /// Rules that not all of the figures speak by yet.
    let rulesUnderway: RulesUnderway?
    private let dictionaries: FactDictionaries
    private let epoch: Int
    private var known: [String: FactDictionary] = [:]
    private var tables: [ReportFilter: FilterTable] = [:]
    private var names: ReportNames?
    private var rates: CurrencyRates?

    /// - Throws: `ReportProblem.notReady`.
    init(_ connection: Connection, _ account: Account, _ dictionaries: FactDictionaries) throws {
        let readiness = try FactState.readiness(connection, account.id)
        guard readiness.isReady else { throw ReportProblem.notReady(readiness.share) }
        rulesUnderway = readiness.underway
        epoch = readiness.epoch
        self.connection = connection
        self.account = account.id
        self.dictionaries = dictionaries
        calendar = try ReportCalendar.load(connection, account.id)
    }

    /// Reads at once what questions will look up.
    mutating func prepare(_ queries: [ReportQuery]) throws {
        let columns = queries.flatMap { query in
            query.filters.map { FactColumn.report($0.column) } + query.groups.map { .report($0) }
                + (query.needsAmounts ? [.currency] : [])
        }
        try know(columns)
    }

    private mutating func know(_ columns: [FactColumn]) throws {
        let fields = Set(columns.compactMap(\.dictionary)).filter { known[$0] == nil }
        guard !fields.isEmpty else { return }
        let found = try dictionaries.dictionaries(connection, account, epoch: epoch, fields)
        known.merge(found) { _, new in new }
    }

    mutating func table(_ filter: ReportFilter) throws -> FilterTable {
        if let found = tables[filter] { return found }
        let column = FactColumn.report(filter.column)
        let table = FilterTable(filter, try dictionary(column), try names(for: filter.column.field))
        tables[filter] = table
        return table
    }

    mutating func grouping(_ column: ReportColumn) throws -> ReportGrouping {
        ReportGrouping(column, try dictionary(.report(column)), try names(for: column.field))
    }

    mutating func amounts() throws -> AmountReader {
        AmountReader(rates: try currencyRates(), try dictionary(.currency))
    }

    mutating func currencyRates() throws -> CurrencyRates {
        let found = try rates ?? CurrencyRates.load(connection, account)
        rates = found
        return found
    }

    mutating func dictionary(_ column: FactColumn) throws -> FactDictionary {
        guard let field = column.dictionary else { return FactDictionary() }
        try know([column])
        return known[field] ?? FactDictionary()
    }

    mutating func names(for field: ReportField) throws -> ReportNames {
        guard ReportNames.areNeeded(for: field) else { return ReportNames() }
        let found = try names ?? ReportNames(PipelineStore.all(connection, account))
        names = found
        return found
    }
}
