/// An export that was read: the costs in it, and the lines that are none.
public struct AdCostReading: Sendable {
    let platform: AdPlatform
    public let costs: [AdCost]
    /// For each of the costs the line that it was first said on.
    let lines: [Int]
    let left: [AdCostLine]
    let linesRead: Int

    /// - Parameter own: the account's currency.
    init(_ file: AdCostFile, own: Currency, tomorrow: CalendarDate) throws(AdCostFileError) {
        let sheet = try AdCostSheet(file.bytes)
        platform = try Self.platform(of: sheet, file.platform)
        let rows = AdCostRows(
            sheet: sheet, platform: platform, order: try Self.order(of: sheet, file.dates, tomorrow),
            style: Self.style(of: sheet), usual: file.currency ?? own, tomorrow: tomorrow)
        var sum = AdCostSum()
        for record in sheet.records {
            switch rows.row(record) {
            case .left(let reason): sum.leave(record.line, reason)
            case .cost(let cost): sum.add(cost, record.line, record.cells, segment: sheet.segment(of: record.cells))
            }
        }
        linesRead = sheet.records.count
        (costs, lines, left) = sum.result
    }

    private static func platform(
        of sheet: AdCostSheet, _ said: AdPlatform?
    ) throws(AdCostFileError) -> AdPlatform {
        let found = sheet.platforms
        if let said {
            guard let other = found.first, found.count == 1, other != said else { return said }
            throw .otherPlatform(other)
        }
        guard let platform = found.first, found.count == 1 else { throw .platform }
        return platform
    }

    private static func order(
        of sheet: AdCostSheet, _ said: AdDateOrder?, _ tomorrow: CalendarDate
    ) throws(AdCostFileError) -> AdDateOrder? {
        if let said { return said }
        let columns: [AdCostColumn] = [.day, .periodStart, .periodEnd]
        var open: Set<AdDate> = []
        for record in sheet.records {
            for cell in columns.compactMap({ sheet.cell($0, of: record.cells) }) {
                if let date = AdDate(cell), case .either = date { open.insert(date) }
            }
        }
        let dates = Array(open)
        if dates.allSatisfy({ $0.day(nil) != nil }) { return nil }
        guard let order = AdDateOrder.decided(by: dates, before: tomorrow) else { throw .dates }
        return order
    }

    private static func style(of sheet: AdCostSheet) -> AdNumberStyle {
        let columns: [(column: AdCostColumn, isWhole: Bool)] = [
            (.impressions, true), (.clicks, true), (.cost, false),
        ]
        let evidence = sheet.records.flatMap { record in
            columns.compactMap { column, isWhole in
                sheet.cell(column, of: record.cells).flatMap { AdAmount($0) }
                    .flatMap { AdNumberStyle(evidence: $0.digits, isWhole: isWhole) }
            }
        }
        return .decided(by: evidence, separator: sheet.separator)
    }
}
