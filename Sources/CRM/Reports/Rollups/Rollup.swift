import Attribution

/// Columns whose combinations are counted ahead, days at a time: each combination is a row, with how many facts have it.
///
/// A question that reads no other columns, and asks for nothing but numbers and sums, is answered from such rows: there
/// are as many of them as there are campaigns and landing pages, however many people came.
struct Rollup: Hashable, Sendable {
    let subject: ReportSubject
    /// What it is called in the tables.
    let name: String
    /// Without the amounts.
    let columns: [FactColumn]
    /// The one source that it knows the facts of; nil: it knows those of all sources.
    let source: Source?
    /// Where that stands.
    let sourceColumn: FactColumn
    private let names: Set<String>

    private init(_ subject: ReportSubject, _ kind: Kind, _ positions: [AttributionPosition]) {
        self.subject = subject
        name = ([subject.rawValue, kind.rawValue] + (positions.count == 1 ? positions.map(\.rawValue) : []))
            .joined(separator: ".")
        var columns = kind.dimensions.flatMap { dimension in
            positions.map { FactColumn.report(ReportColumn(.attribution(dimension), $0)).stored(of: subject) }
        }
        sourceColumn = columns[0]
        switch subject {
        case .conversions: columns.append(.report(ReportColumn(.conversionKind, .first)))
        case .wins: columns.append(.currency)
        case .visits, .contacts, .opportunities: break
        }
        self.columns = columns.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        source = kind.source
        names = Set((self.columns + (subject == .wins ? [.value] : [])).map(\.name))
    }

    /// Those with the fewest combinations come first.
    static let all: [Rollup] = ReportSubject.allCases.flatMap { subject in
        // A visit has one attribution.
        let positions = subject == .visits ? [.first] : AttributionPosition.allCases
        return Kind.allCases.flatMap { kind in
            kind == .sources ? [Rollup(subject, kind, positions)] : positions.map { Rollup(subject, kind, [$0]) }
        }
    }

    static func of(_ subject: ReportSubject) -> [Rollup] { all.filter { $0.subject == subject } }

    var hasAmounts: Bool { names.contains(FactColumn.value.name) }

    /// What a block of it is made from.
    var stored: [FactColumn] { columns + (hasAmounts ? [.value] : []) }

    /// Whether it knows all that a question reads.
    func holds(_ columns: [FactColumn], where filters: [ReportFilter]) -> Bool {
        columns.allSatisfy { names.contains($0.stored(of: subject).name) }
            && (source == nil || filters.contains(where: asksForSource))
    }

    private func asksForSource(_ filter: ReportFilter) -> Bool {
        guard FactColumn.report(filter.column).stored(of: subject) == sourceColumn,
            case .isAny(let texts) = filter.condition
        else { return false }
        return !texts.isEmpty && texts.allSatisfy { Source(spelling: $0) == source }
    }
}

extension Rollup {
    /// What is kept apart: the fewer columns stand together, the fewer combinations there are.
    private enum Kind: String, CaseIterable {
        /// By which sources things came, First and Latest.
        case sources
        case mediums
        case engines
        case campaigns
        case pages
        case enginePages
        case campaignPages

        /// The source comes first.
        var dimensions: [ReportDimension] {
            switch self {
            case .sources: [.sessionSource]
            case .mediums: [.sessionSource, .utmMedium]
            case .engines: [.sessionSource, .referrerHost, .utmKeyword]
            case .campaigns: [.sessionSource, .utmMedium, .utmCampaign, .utmContent]
            case .pages: [.sessionSource, .landingPage]
            case .enginePages: [.sessionSource, .referrerHost, .utmKeyword, .landingPage]
            case .campaignPages: [.sessionSource, .utmMedium, .utmCampaign, .utmContent, .landingPage]
            }
        }

        /// Search engines and what was searched for are levels of one source alone.
        var source: Source? {
            switch self {
            case .engines, .enginePages: .organicSearch
            case .sources, .mediums, .campaigns, .pages, .campaignPages: nil
            }
        }
    }
}
