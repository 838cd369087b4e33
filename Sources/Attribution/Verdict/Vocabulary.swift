/// Words that were perhaps meant by one that is spelt otherwise.
struct Vocabulary: Sendable {
    private struct Word {
        let text: String
        let bytes: [UInt8]
        let letters: UInt64
        /// Long words may miss two letters, short ones one.
        let tolerance: Int
    }

    private let words: [Word]

    /// - Parameter words: in small letters; among equally near ones the first is meant.
    init(_ words: [String]) {
        self.words = words.map { text in
            let bytes = Array(text.utf8)
            return Word(text: text, bytes: bytes, letters: Self.letters(bytes), tolerance: bytes.count >= 8 ? 2 : 1)
        }
    }

    /// The nearest word within its tolerance.
    ///
    /// - Parameter written: in small letters.
    func nearest(to written: [UInt8]) -> String? {
        let letters = Self.letters(written)
        return
            words
            .filter {
                abs($0.bytes.count - written.count) <= $0.tolerance
                    // A changed letter takes one away and brings one: what differs by more needs no closer look.
                    && ($0.letters ^ letters).nonzeroBitCount <= 2 * $0.tolerance
            }
            .map { (word: $0, distance: EditDistance.between(written, $0.bytes)) }
            .filter { $0.distance <= $0.word.tolerance }
            .min { $0.distance < $1.distance }?
            .word.text
    }

    /// Which letters occur, one bit each; letters that share a bit only cost a closer look.
    private static func letters(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }
}
