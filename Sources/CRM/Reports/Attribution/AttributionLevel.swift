import Attribution

/// What the rows of an attribution report are, by what was opened above them.
public struct AttributionLevel: Hashable, Sendable {
    public let field: ReportField
    /// What people read above the rows.
    public let label: String
    /// What people read where the field is empty.
    public let emptyLabel: String

    private init(_ dimension: ReportDimension, _ label: String? = nil, empty: String = "(none)") {
        field = .attribution(dimension)
        self.label = label ?? dimension.label
        emptyLabel = empty
    }

    /// How many rows are opened above the last level at most.
    static let deepest = 4

    /// The level below an opened path; nil where nothing lies below.
    public static func below(_ path: [String]) -> AttributionLevel? {
        guard let first = path.first else { return AttributionLevel(.sessionSource) }
        let levels = levels(under: Source(spelling: first))
        return path.count <= levels.count ? levels[path.count - 1] : nil
    }

    /// The levels of a path and the one below it, outermost first.
    static func along(_ path: [String]) -> [AttributionLevel] {
        path.indices.compactMap { below(Array(path[..<$0])) }
    }

    private static func levels(under source: Source?) -> [AttributionLevel] {
        switch source {
        case .direct: [landingPage]
        case .organicSearch:
            // Search engines have long stopped saying what was searched for.
            [AttributionLevel(.referrerHost, "Search Engine"), keyword, landingPage]
        default:
            [
                AttributionLevel(.utmMedium), AttributionLevel(.utmCampaign), AttributionLevel(.utmContent),
                landingPage,
            ]
        }
    }

    private static let keyword = AttributionLevel(.utmKeyword, "Keyword", empty: "Unknown (SSL)")
    private static let landingPage = AttributionLevel(.landingPage)
}
