/// Finds one text in others, never going back in them (Knuth, Morris and Pratt): linear however alike the two are.
struct LiteralSearch: Sendable {
    private let wanted: [UInt8]
    /// For each length of what has matched: how much of it still stands when the next byte does not fit.
    private let fallback: [Int]

    init(_ wanted: [UInt8]) {
        self.wanted = wanted
        var fallback = [0, 0]
        var matched = 0
        for byte in wanted.dropFirst() {
            while matched > 0, wanted[matched] != byte { matched = fallback[matched] }
            if wanted[matched] == byte { matched += 1 }
            fallback.append(matched)
        }
        self.fallback = fallback
    }

    /// Generic over the text so that a test can count how often it is read.
    func isFound(in text: some RandomAccessCollection<UInt8>) -> Bool {
        guard wanted.count <= text.count else { return false }
        var matched = 0
        var position = text.startIndex
        while matched < wanted.count, position < text.endIndex {
            if text[position] == wanted[matched] {
                matched += 1
                position = text.index(after: position)
            } else if matched > 0 {
                matched = fallback[matched]
            } else {
                position = text.index(after: position)
            }
        }
        return matched == wanted.count
    }
}
