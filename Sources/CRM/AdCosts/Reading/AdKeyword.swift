/// A keyword as Google writes it: `[exact]`, `"phrase"`, `broad`, `+modified +broad`.
struct AdKeyword {
    let text: String
    /// Nil where the writing does not tell.
    let matchType: AdMatchType?

    init(_ cell: String) {
        let pairs: [(open: Character, close: Character, type: AdMatchType)] = [
            ("[", "]", .exact), ("\"", "\"", .phrase),
        ]
        let pair = pairs.first { $0.open == cell.first && $0.close == cell.last && cell.count > 2 }
        guard let pair else {
            text = cell
            matchType = nil
            return
        }
        text = String(cell.dropFirst().dropLast())
        matchType = pair.type
    }
}
