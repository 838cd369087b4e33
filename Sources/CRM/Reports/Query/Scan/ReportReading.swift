import Database

/// What questions need of an account beside its facts, read within the transaction that reads those.
struct ReportReading {
    let connection: Connection
    let account: AccountID
    let calendar: ReportCalendar
    /// Rules that not all of the figures speak by yet.
    let rulesUnderway: RulesUnderway?
    private let dictionaries: FactDictionaries
    private var known: [String: FactDictionary] = [:]
    private var names: ReportNames?
    private var rates: CurrencyRates?

    /// - Throws: `ReportProblem.notReady`.
    init(_ connection: Connection, _ account: Account, _ dictionaries: FactDictionaries) throws {
        let readiness = try FactState.readiness(connection, account.id)
        guard readiness.isReady else { throw ReportProblem.notReady(readiness.share) }
        rulesUnderway = readiness.underway
        self.connection = connection
        self.account = account.id
        self.dictionaries = dictionaries
        calendar = try ReportCalendar.load(connection, account.id)
    }

    mutating func table(_ filter: ReportFilter) throws -> FilterTable {
        FilterTable(filter, try dictionary(.report(filter.column)), try names(for: filter.column.field))
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
        if let found = known[field] { return found }
        let found = try dictionaries.dictionary(connection, account, field)
        known[field] = found
        return found
    }

    mutating func names(for field: ReportField) throws -> ReportNames {
        guard ReportNames.areNeeded(for: field) else { return ReportNames() }
        let found = try names ?? ReportNames(PipelineStore.all(connection, account))
        names = found
        return found
    }
}
