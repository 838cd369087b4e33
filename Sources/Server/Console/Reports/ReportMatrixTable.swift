import Attribution
import CRM

/// Who came by one source first, and by which one last.
struct ReportMatrixTable {
    let columns: [Heading]
    let rows: [Row]
    let totals: [Cell]
    let total: String

    struct Heading: Equatable {
        let label: String
    }

    struct Row {
        let label: String
        let cells: [Cell]
        let total: String
    }

    struct Cell: Equatable {
        let column: String
        let text: String
        let href: String?
        /// 0 for nobody, then 1 to 5 by how many they are.
        let heat: Int
        /// Whether both sources are the same.
        let isSame: Bool
    }

    /// Nil when there is nobody.
    init?(_ matrix: AttributionMatrix, _ address: AttributionAddress, _ paths: AccountPaths) {
        guard matrix.total > 0 else { return nil }
        let sources = matrix.sources
        let most = sources.flatMap { first in
            sources.map { matrix.count(first: first, latest: $0) }
        }.max()
        columns = sources.map { Heading(label: Self.name($0)) }
        rows = sources.map { first in
            let counts = sources.map { matrix.count(first: first, latest: $0) }
            return Row(
                label: Self.name(first),
                cells: zip(sources, counts).map { latest, count in
                    Cell(
                        column: Self.name(latest), text: Count.grouped(count),
                        href: count == 0 ? nil : Self.href(first, latest, address, paths),
                        heat: Self.heat(count, most ?? 0), isSame: first.text == latest.text)
                },
                total: Count.grouped(counts.reduce(0, +)))
        }
        totals = sources.map { latest in
            let count = sources.reduce(0) { $0 + matrix.count(first: $1, latest: latest) }
            return Cell(
                column: Self.name(latest), text: Count.grouped(count), href: nil, heat: 0, isSame: false)
        }
        total = Count.grouped(matrix.total)
    }

    private static func name(_ source: ReportKey) -> String { source.label ?? "(none)" }

    /// The contacts that came by the one and closed by the other: the report's own filters and two more. Nil where those
    /// have no room.
    private static func href(
        _ first: ReportKey, _ latest: ReportKey, _ address: AttributionAddress, _ paths: AccountPaths
    ) -> String? {
        var narrowed = address
        for (source, position) in [(first, AttributionPosition.first), (latest, .latest)] {
            let column = ReportColumn(.attribution(.sessionSource), position)
            // Who is in the cell passed what is asked of the column already: one value of several is left.
            narrowed.filters.removeAll { $0.column == column && $0.condition.isOneOfSome }
            narrowed.filters.append(ReportFilter(column, .isAny(of: [source.text])))
        }
        guard narrowed.filters.count <= AttributionRequest.mostFilters else { return nil }
        return ReportContactsAddress(narrowed, .total).path(paths.reportContacts).text
    }

    private static func heat(_ count: Int, _ most: Int) -> Int {
        count == 0 || most == 0 ? 0 : min(5, count * 5 / most + 1)
    }
}

extension ReportFilter.Condition {
    fileprivate var isOneOfSome: Bool {
        if case .isAny = self { true } else { false }
    }
}
