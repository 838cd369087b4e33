extension Source {
    /// Reads a source in any spelling that clients, filters and imports use, in any case.
    public init?(spelling: String) {
        let wanted = spelling.trimmingSpaces.lowercased()
        guard let source = Self.allCases.first(where: { $0.spellings.contains(wanted) }) else { return nil }
        self = source
    }

    private var spellings: [String] {
        [rawValue, label.lowercased(), apiLabel.lowercased()] + otherSpellings
    }

    private var otherSpellings: [String] {
        switch self {
        case .socialMedia: ["social"]
        case .direct: ["direct"]
        case .others: ["other"]
        default: []
        }
    }
}
