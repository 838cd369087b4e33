import Attribution
import Foundation

@testable import CRM

/// The answer to a question by the plainest means: every thing is looked at, with Foundation's calendar.
struct PlainAnswer: Equatable {
    struct Place: Hashable {
        let keys: [ReportKey]
        let bucket: CalendarDate?
    }

    var rows: [Place: [ReportValue]]
    let total: [ReportValue]

    init(_ answer: ReportAnswer) {
        // Two rows of one place can never equal what is expected.
        rows = Dictionary(answer.rows.map { (Place(keys: $0.keys, bucket: $0.bucket), $0.values) }) { _, _ in [] }
        total = answer.total
    }

    init(_ query: ReportQuery, _ things: [Thing], zone: TimeZone, weekStart: Int, rates: CurrencyRates) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let chosen = things.filter { thing in
            thing.subject == query.subject && query.days.contains(Self.day(thing.at, calendar))
                && query.filters.allSatisfy { Self.holds($0.condition, $0.column.field, thing.values($0.column)) }
        }
        var groups: [[String]: [CalendarDate?: [Thing]]] = [:]
        for thing in chosen {
            let bucket = query.bucket.map {
                Self.bucket($0, Self.day(thing.at, calendar), query.days, weekStart: weekStart)
            }
            for keys in Self.combinations(query.groups.map { Self.keys(thing.values($0)) }) {
                groups[keys, default: [:]][bucket, default: []].append(thing)
            }
        }
        rows = [:]
        for (keys, buckets) in groups {
            let keys = zip(keys, query.groups).map { Self.key($0, $1, chosen) }
            for (bucket, things) in buckets {
                rows[Place(keys: keys, bucket: bucket)] = Self.values(query.metrics, things, rates)
            }
        }
        total = Self.values(query.metrics, chosen, rates)
        if query.groups.isEmpty, query.bucket == nil { rows = [Place(keys: [], bucket: nil): total] }
    }

    static func day(_ moment: Milliseconds, _ calendar: Calendar) -> CalendarDate {
        let parts = calendar.dateComponents([.year, .month, .day], from: moment.date)
        return CalendarDate(year: parts.year ?? 0, month: parts.month ?? 0, upTo: parts.day ?? 0)
    }

    private static func bucket(
        _ bucket: TimeBucket, _ day: CalendarDate, _ days: ReportDays, weekStart: Int
    ) -> CalendarDate {
        var start = day
        switch bucket {
        case .day: break
        case .week: while start.weekday.number != weekStart { start = start.adding(days: -1) }
        case .month: while start.day != 1 { start = start.adding(days: -1) }
        }
        return max(start, days.first)
    }

    private static func fold(_ value: String) -> String {
        Chance.placeholders.contains(value) ? "{placeholder}" : value.trimmed.lowercased()
    }

    private static func keys(_ values: [String]) -> [String] { values.isEmpty ? [""] : Array(Set(values.map(fold))) }

    private static func combinations(_ keys: [[String]]) -> [[String]] {
        keys.reduce([[]]) { paths, keys in paths.flatMap { path in keys.map { path + [$0] } } }
    }

    private static func label(_ value: String, _ field: ReportField) -> String {
        field == .attribution(.sessionSource) ? Source(rawValue: value)?.label ?? value : value.trimmed
    }

    private static func key(_ key: String, _ column: ReportColumn, _ things: [Thing]) -> ReportKey {
        guard !key.isEmpty else { return .empty }
        var counts: [String: Int] = [:]
        for thing in things {
            for value in thing.values(column) where fold(value) == key { counts[value, default: 0] += 1 }
        }
        let spellings = counts.reduce(into: [String: Int]()) { $0[$1.key.trimmed, default: 0] += $1.value }
        let most = spellings.values.max()
        let best = spellings.filter { $0.value == most }.keys.min { Array($0.utf8).lexicographicallyPrecedes($1.utf8) }
        return ReportKey(key: key, label: best.map { label($0, column.field) }, isPlaceholder: key == "{placeholder}")
    }

    private static func holds(_ condition: ReportFilter.Condition, _ field: ReportField, _ values: [String]) -> Bool {
        let keys = keys(values)
        func wanted(_ texts: [String]) -> [String] {
            texts.map { text in
                field == .attribution(.sessionSource) ? Source(spelling: text)?.rawValue ?? text : fold(text)
            }
        }
        return switch condition {
        case .isAny(let texts): keys.contains { wanted(texts).contains($0) }
        case .isNone(let texts): !keys.contains { wanted(texts).contains($0) }
        case .contains(let text): values.contains { label($0, field).lowercased().contains(text.lowercased()) }
        case .isEmpty: values.isEmpty
        case .isNotEmpty: !values.isEmpty
        case .either(let conditions): conditions.contains { holds($0, field, values) }
        }
    }

    private static func sum(of value: ReportValue) -> ReportValue {
        ReportValue(number: value.number, apart: value.apart.filter { $0.minorUnits != 0 })
    }

    private static func values(_ metrics: [ReportMetric], _ things: [Thing], _ rates: CurrencyRates) -> [ReportValue] {
        let amounts = things.map { Money(minorUnits: $0.value, currency: $0.currency) }
        let converted = amounts.compactMap(rates.converted)
        let apart = Dictionary(grouping: amounts.filter { rates.converted($0) == nil }, by: \.currency)
        return metrics.map { metric in
            func amount(_ figure: ([Int64]) -> Int64?) -> ReportValue {
                ReportValue(
                    number: figure(converted),
                    apart: apart.compactMap { currency, amounts in
                        figure(amounts.map(\.minorUnits)).map { Money(minorUnits: $0, currency: currency) }
                    }.sorted { $0.currency.rawValue < $1.currency.rawValue })
            }
            return switch metric {
            case .count: ReportValue(number: Int64(things.count))
            case .visitors: ReportValue(number: Int64(Set(things.map(\.visitor)).count))
            case .distinctContacts: ReportValue(number: Int64(Set(things.map(\.contact)).count))
            case .sum: sum(of: amount { $0.reduce(0, +) })
            case .average:
                amount { amounts in
                    amounts.isEmpty
                        ? nil
                        : Int64(
                            (Double(amounts.reduce(0, +)) / Double(amounts.count)).rounded(.toNearestOrAwayFromZero))
                }
            case .minimum: amount { $0.min() }
            case .maximum: amount { $0.max() }
            }
        }
    }
}

extension ReportDays {
    fileprivate func contains(_ date: CalendarDate) -> Bool { first <= date && date <= last }
}
