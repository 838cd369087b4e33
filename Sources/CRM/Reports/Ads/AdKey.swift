/// What a row of an ads report is: an ID of the platform, or a name where nobody sent an ID.
public enum AdKey: Hashable, Sendable {
    case id(String)
    /// Folded; of a keyword with its match type behind it.
    case name(String)
    /// Neither: what belongs to the level above and to none of its parts.
    case none

    /// For addresses: `#123`, `~botox spring`, `-`.
    public var text: String {
        switch self {
        case .id(let id): "#" + id
        case .name(let name): "~" + name
        case .none: "-"
        }
    }

    /// Nil for a text that no row has.
    public init?(text: String) {
        switch text.first {
        case "#": self = .id(String(text.dropFirst()))
        case "~": self = .name(String(text.dropFirst()))
        case "-" where text == "-": self = .none
        default: return nil
        }
    }

    /// A keyword and how closely it has to be met.
    static func keyword(_ keyword: String, _ matchType: AdMatchType?) -> AdKey {
        .name(AdName.folded(keyword) + separator + (matchType?.rawValue ?? ""))
    }

    /// The keyword of such a key with the text of its match type, which may be none that is known.
    var keywordParts: (keyword: String, matchType: String)? {
        guard case .name(let name) = self, let place = name.lastIndex(of: Self.mark) else { return nil }
        return (String(name[..<place]), String(name[name.index(after: place)...]))
    }

    private static let mark: Character = "\u{1F}"
    private static let separator = String(mark)
}
