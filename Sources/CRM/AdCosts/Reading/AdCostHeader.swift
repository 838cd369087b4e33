/// A header as somebody's export has it, read.
struct AdCostHeader {
    let column: AdCostColumn
    /// Whose export has such a column, where it is one platform's alone.
    let platform: AdPlatform?
    /// Of several columns that say the same the one with the smallest number counts.
    let rank: Int
    /// The currency in its brackets: `Amount spent (EUR)`.
    let currency: Currency?

    /// Nil for a column that nothing is known of.
    init?(_ title: String) {
        let folded = Self.folded(title)
        // Whole first: "Clicks (all)" has no currency in its brackets, though ALL is one.
        if let known = Self.known[folded] {
            (column, platform, rank) = (known.column, known.platform, known.rank)
            currency = nil
        } else {
            guard folded.hasSuffix(")"), let open = folded.lastIndex(of: "("),
                let currency = Currency(rawValue: String(folded[folded.index(after: open)...].dropLast())),
                let known = Self.known[String(folded[..<open]).trimmed]
            else { return nil }
            (column, platform, rank) = (known.column, known.platform, known.rank)
            self.currency = currency
        }
    }

    /// `Impr.`, `ad_group_id` and `Ad group ID` as they are compared.
    private static func folded(_ title: String) -> String {
        let words = title.trimmed.lowercased().replacing("_", with: " ").replacing(".", with: " ")
            .split { $0.isWhitespace }
        return words.joined(separator: " ")
    }

    typealias Known = (column: AdCostColumn, platform: AdPlatform?, rank: Int)
}
