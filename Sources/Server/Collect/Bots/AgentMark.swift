/// A short text that stands in the User-Agent of a program and in no browser's.
struct AgentMark: Sendable {
    /// At least three bytes; in small letters where case does not count.
    let text: [UInt8]
    let sign: BotSign
    var isCaseSensitive = false
    /// Whether the name has to begin with it, or go on with it after `compatible; `, as no browser's does.
    var isAtBeginning = false
    /// What, standing right before it, makes it part of a harmless word.
    var exception: [UInt8] = []

    private static let compatible = Array("compatible; ".utf8)

    /// A mark of our own: anywhere, in any case.
    init(_ text: String, _ sign: BotSign, exceptAfter exception: String = "") {
        self.text = Array(text.utf8)
        self.sign = sign
        self.exception = Array(exception.utf8)
    }

    /// A line of the list of crawlers: `Googlebot`, `^curl`; nil for a comment and a blank line.
    init?(line: Substring) {
        guard let first = line.utf8.first, first != UInt8(ascii: "#") else { return nil }
        isAtBeginning = first == UInt8(ascii: "^")
        text = Array(line.utf8.dropFirst(isAtBeginning ? 1 : 0))
        guard text.count >= 3 else { return nil }
        sign = .crawler
        isCaseSensitive = true
    }

    /// Whether it stands at this place of a name.
    func stands(in name: borrowing Span<UInt8>, at place: Int) -> Bool {
        guard place + text.count <= name.count else { return false }
        for offset in text.indices {
            let byte = name[place + offset]
            guard (isCaseSensitive ? byte : byte.asciiLowercased) == text[offset] else { return false }
        }
        if isAtBeginning { return place == 0 || Self.ends(name, before: place, with: Self.compatible) }
        return exception.isEmpty || !Self.ends(name, before: place, with: exception)
    }

    private static func ends(_ name: borrowing Span<UInt8>, before place: Int, with word: [UInt8]) -> Bool {
        guard place >= word.count else { return false }
        return word.indices.allSatisfy { name[place - word.count + $0].asciiLowercased == word[$0] }
    }
}

extension UInt8 {
    var asciiLowercased: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }
}
