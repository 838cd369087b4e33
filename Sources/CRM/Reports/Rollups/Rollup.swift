import Attribution

/// Columns whose combinations are counted ahead, days at a time: each combination is a row, with how many facts have it.
///
/// A question that reads no other columns, and asks for nothing but numbers and sums, is answered from such rows: there
/// are as many of them as there are campaigns and landing pages, however many people came.
struct Rollup: Hashable, Sendable {
    enum Kind: String, Sendable, CaseIterable {
        /// By which sources things came, First and Latest.
        case sources
        /// What the rows of the attribution report are opened by, of one position.
        case first, latest
    }

    let subject: ReportSubject
    let kind: Kind
    /// Without the amounts.
    let columns: [FactColumn]
    private let names: Set<String>

    private init(_ subject: ReportSubject, _ kind: Kind) {
        self.subject = subject
        self.kind = kind
        var columns = Self.fields(kind).map { FactColumn.report($0).stored(of: subject) }
        switch subject {
        case .conversions: columns.append(.report(ReportColumn(.conversionKind, .first)))
        case .wins: columns.append(.currency)
        case .visits, .contacts, .opportunities: break
        }
        self.columns = columns.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        names = Set((self.columns + (subject == .wins ? [.value] : [])).map(\.name))
    }

    private static func fields(_ kind: Kind) -> [ReportColumn] {
        let path: [ReportDimension] = [
            .sessionSource, .utmMedium, .utmCampaign, .utmContent, .landingPage, .referrerHost, .utmKeyword,
        ]
        return switch kind {
        case .sources: AttributionPosition.allCases.map { ReportColumn(.attribution(.sessionSource), $0) }
        case .first: path.map { ReportColumn(.attribution($0), .first) }
        case .latest: path.map { ReportColumn(.attribution($0), .latest) }
        }
    }

    /// Those with the fewest columns come first. A visit has one attribution.
    static let all: [Rollup] = ReportSubject.allCases.flatMap { subject in
        Kind.allCases.filter { subject != .visits || $0 != .latest }.map { Rollup(subject, $0) }
    }

    static func of(_ subject: ReportSubject) -> [Rollup] { all.filter { $0.subject == subject } }

    /// What it is called in the tables.
    var name: String { "\(subject.rawValue).\(kind.rawValue)" }

    var hasAmounts: Bool { names.contains(FactColumn.value.name) }

    /// What a block of it is made from.
    var stored: [FactColumn] { columns + (hasAmounts ? [.value] : []) }

    /// Whether it knows all of these.
    func holds(_ columns: [FactColumn]) -> Bool {
        columns.allSatisfy { names.contains($0.stored(of: subject).name) }
    }
}
