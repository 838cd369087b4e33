/// What an import read, wrote and left.
public struct AdCostReport: Sendable, Equatable {
    public let platform: AdPlatform
    /// How many lines stand below the header.
    public let linesRead: Int
    /// Nil when no line was taken.
    public let days: ReportDays?
    /// How many rows of each level, where there are any.
    public let levels: [AdLevel: Int]
    public let impressions: Int64
    public let clicks: Int64
    /// What was spent, one sum a currency, in the order of the codes.
    public let spent: [Money]
    public let tally: AdCostTally
    /// Lines that were not taken, in the order of the file; of an import that was waited for, the first ones, and those
    /// that were refused before the others.
    public let left: [AdCostLine]
    public let leftCount: Int
    public let refusedCount: Int

    init(_ reading: AdCostReading, _ tally: AdCostTally) {
        platform = reading.platform
        linesRead = reading.linesRead
        self.tally = tally
        let ambiguous = Set(tally.ambiguous)
        let taken = reading.costs.enumerated().filter { !ambiguous.contains($0.offset) }.map(\.element)
        let (first, last) = (taken.map(\.day).min(), taken.map(\.day).max())
        days = first.flatMap { first in last.flatMap { ReportDays(first, $0) } }
        levels = taken.reduce(into: [:]) { $0[$1.place.level, default: 0] += 1 }
        impressions = taken.reduce(0) { $0 + $1.impressions }
        clicks = taken.reduce(0) { $0 + $1.clicks }
        spent = taken.reduce(into: [Currency: Int64]()) { $0[$1.cost.currency, default: 0] += $1.cost.minorUnits }
            .map { Money(minorUnits: $1, currency: $0) }.sorted { $0.currency.rawValue < $1.currency.rawValue }
        let unclear = tally.ambiguous.map { AdCostLine(line: reading.lines[$0], reason: .refused([Self.unclear])) }
        left = (reading.left + unclear).sorted { $0.line < $1.line }
        leftCount = left.count
        refusedCount = left.count(where: \.isRefused)
    }

    init(_ document: AdCostReportDocument) {
        platform = document.platform
        linesRead = document.linesRead
        days = document.first.flatMap { CalendarDate($0) }.flatMap { first in
            document.last.flatMap { CalendarDate($0) }.flatMap { ReportDays(first, $0) }
        }
        levels = Dictionary(
            uniqueKeysWithValues: document.levels.compactMap { name, rows in AdLevel(rawValue: name).map { ($0, rows) }
            })
        impressions = document.impressions
        clicks = document.clicks
        spent = document.spent.sorted { $0.key < $1.key }.compactMap { code, units in
            Currency(rawValue: code).map { Money(minorUnits: units, currency: $0) }
        }
        tally = document.tally
        left = document.left
        leftCount = document.leftCount
        refusedCount = document.refusedCount
    }

    static let unclear = "several things with IDs have this name: import a file that has the column with their IDs"

    public var refused: [AdCostLine] { left.filter(\.isRefused) }

    /// The lines of `left` that people look at: at most two hundred, those that were refused before the others.
    public var leftToShow: [AdCostLine] {
        Array((refused + left.filter { !$0.isRefused }).prefix(200))
    }
}
