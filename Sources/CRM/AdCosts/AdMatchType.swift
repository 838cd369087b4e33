import Database

/// How closely a search has to meet a keyword; the raw value is what `{matchtype}` puts into a link.
public enum AdMatchType: String, Sendable, CaseIterable, Codable, SQLConvertible {
    case exact = "e"
    case phrase = "p"
    case broad = "b"

    public var label: String {
        switch self {
        case .exact: "Exact"
        case .phrase: "Phrase"
        case .broad: "Broad"
        }
    }

    /// Reads `e`, `Exact`, `Exact match`, `Broad match modifier`, in any case; nil for anything else.
    public init?(spelling: String) {
        let word = spelling.lowercased().prefix { $0.isLetter }
        guard let known = Self.allCases.first(where: { $0.rawValue == word || $0.label.lowercased() == word }) else {
            return nil
        }
        self = known
    }
}
