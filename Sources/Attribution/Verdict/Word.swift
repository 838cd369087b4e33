/// A word in small letters, made ready to be compared with many others.
struct Word: Sendable {
    let bytes: [UInt8]
    /// Which letters occur, one bit each; letters that share a bit only cost a closer look.
    private let letters: UInt64

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        letters = bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }

    /// Long words may miss two letters, short ones one.
    private var tolerance: Int { bytes.count >= 8 ? 2 : 1 }

    /// Whether it is worth a closer look: a changed letter takes one away and brings one, and no more than the
    /// tolerance may change.
    func mayBeMeant(by written: Word) -> Bool {
        abs(bytes.count - written.bytes.count) <= tolerance
            && (letters ^ written.letters).nonzeroBitCount <= 2 * tolerance
    }

    /// How many letters the other is away, where that is within the tolerance.
    func distance(from written: Word) -> Int? {
        guard mayBeMeant(by: written) else { return nil }
        let distance = EditDistance.between(written.bytes, bytes)
        return distance <= tolerance ? distance : nil
    }
}
