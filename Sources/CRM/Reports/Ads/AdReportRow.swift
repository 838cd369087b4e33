/// A campaign, a group, an ad or a keyword with its figures.
public struct AdReportRow: Sendable, Equatable {
    public let key: AdKey
    /// The newest name; nil where no name is known.
    public let label: String?
    public let level: AdLevel
    /// The names, folded, by which contacts without an ID came here; of a keyword the texts of the match type.
    let names: [String]
    public let figures: AdFigures
    /// Of the days that are compared with; nil when there are none.
    public internal(set) var compared: AdFigures?

    init(key: AdKey, label: String?, level: AdLevel, names: [String], figures: AdFigures) {
        self.key = key
        self.label = label
        self.level = level
        self.names = names
        self.figures = figures
    }

    /// What people read: the name, else the ID.
    public var name: String {
        switch key {
        case _ where isPlaceholder: ReportKey.placeholderName
        case .id(let id): label ?? "ID \(id)"
        case .name(let name): label ?? key.keywordParts?.keyword ?? name
        case .none: "(not set)"
        }
    }

    /// Whether the tag holds a placeholder that nobody filled: the template is wrong, or was not applied.
    public var isPlaceholder: Bool {
        guard case .name(let name) = key else { return false }
        return (key.keywordParts?.keyword ?? name) == AdReportQueries.placeholder
    }

    public var matchType: AdMatchType? { key.keywordParts.flatMap { AdMatchType(rawValue: $0.matchType) } }

    /// Whether something may stand below it.
    public var isExpandable: Bool { level == .campaign || level == .group }

    /// Money went and nobody came.
    public var isSpendWithoutLeads: Bool { (figures.spend?.isPaid ?? false) && figures.results.contacts == 0 }

    /// Somebody came by a tag, and no cost is known of it: usually a fault in the tag, or a file that is missing.
    public var isLeadWithoutSpend: Bool { key != .none && figures.spend == nil && figures.results.contacts > 0 }
}
