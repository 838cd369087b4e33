/// A pattern over a whole text: `*` stands for any run of characters, `?` for one.
///
/// All ways to match are followed at once, one bit each, so a text is read once, forwards, whatever the pattern:
/// the cost is a step for each byte of the text and each 64 bytes of the pattern.
struct Glob: Sendable {
    private typealias Word = UInt64

    private let stateCount: Int
    let wordCount: Int
    /// For each byte, a row of words: the states that it carries to the next one. State n: n elements have matched.
    private let carried: [Word]
    /// States that a `*` follows: any byte may pass.
    private let starred: [Word]
    /// States behind a `?`: the rest of the character that it stood for may pass.
    private let questioned: [Word]

    init(_ pattern: [UInt8]) {
        let elements = pattern.filter { $0 != UInt8(ascii: "*") }
        let words = elements.count / Word.bitWidth + 1
        var carried = [Word](repeating: 0, count: 256 * words)
        var starred = [Word](repeating: 0, count: words)
        var questioned = starred
        var state = 0
        for byte in pattern {
            let (word, bit) = (state / Word.bitWidth, Word(1) << (state % Word.bitWidth))
            switch byte {
            case UInt8(ascii: "*"): starred[word] |= bit
            case UInt8(ascii: "?"):
                for first in 0..<256 where !Self.isContinuation(UInt8(first)) { carried[first * words + word] |= bit }
                state += 1
                questioned[state / Word.bitWidth] |= Word(1) << (state % Word.bitWidth)
            default:
                carried[Int(byte) * words + word] |= bit
                state += 1
            }
        }
        stateCount = state + 1
        wordCount = words
        (self.carried, self.starred, self.questioned) = (carried, starred, questioned)
    }

    /// Generic over the text so that a test can count how often it is read.
    func matches(_ text: some Sequence<UInt8>) -> Bool {
        var states = [Word](repeating: 0, count: wordCount)
        states[0] = 1
        for byte in text {
            let row = Int(byte) * wordCount
            let isRest = Self.isContinuation(byte)
            var overflow: Word = 0
            var alive: Word = 0
            for word in 0..<wordCount {
                let moving = states[word] & carried[row + word]
                let staying = states[word] & (isRest ? starred[word] | questioned[word] : starred[word])
                states[word] = moving << 1 | overflow | staying
                overflow = moving >> (Word.bitWidth - 1)
                alive |= states[word]
            }
            if alive == 0 { return false }
        }
        let last = stateCount - 1
        return states[last / Word.bitWidth] >> (last % Word.bitWidth) & 1 == 1
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0b1100_0000 == 0b1000_0000 }
}
