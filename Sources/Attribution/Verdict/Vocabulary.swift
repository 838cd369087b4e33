/// Words that were perhaps meant by one that is spelt otherwise.
struct Vocabulary: Sendable {
    private let words: [(text: String, word: Word)]

    /// - Parameter words: in small letters; among equally near ones the first is meant.
    init(_ words: [String]) {
        self.words = words.map { (text: $0, word: Word(Array($0.utf8))) }
    }

    /// The nearest word within its tolerance.
    ///
    /// - Parameter written: in small letters.
    func nearest(to written: [UInt8]) -> String? {
        let written = Word(written)
        return
            words
            .compactMap { known in known.word.distance(from: written).map { (text: known.text, distance: $0) } }
            .min { $0.distance < $1.distance }?
            .text
    }
}
