/// The comparison of a condition, made ready for many texts. Both sides are in lower case (A–Z).
enum TextTest: Sendable {
    case equals([UInt8])
    case startsWith([UInt8])
    case endsWith([UInt8])
    case contains(LiteralSearch)
    case matches(Glob)
    case present

    init(_ comparison: OwnCondition.Operator, _ value: String) {
        let bytes = value.asciiLowercasedBytes
        switch comparison {
        case .equals: self = .equals(bytes)
        case .contains: self = .contains(LiteralSearch(bytes))
        case .startsWith: self = .startsWith(bytes)
        case .endsWith: self = .endsWith(bytes)
        case .matches: self.init(pattern: bytes)
        case .present: self = .present
        }
    }

    /// Most patterns have stars at their ends alone, which the plain comparisons answer sooner.
    private init(pattern: [UInt8]) {
        let star = UInt8(ascii: "*")
        let body = pattern.drop { $0 == star }
        let literal = body.prefix { $0 != star && $0 != UInt8(ascii: "?") }
        guard body[literal.endIndex...].allSatisfy({ $0 == star }) else {
            self = .matches(Glob(pattern))
            return
        }
        switch (pattern.first == star, literal.endIndex < pattern.endIndex) {
        case (false, false): self = .equals(Array(literal))
        case (false, true): self = .startsWith(Array(literal))
        case (true, false): self = .endsWith(Array(literal))
        case (true, true): self = .contains(LiteralSearch(Array(literal)))
        }
    }

    func holds(for text: [UInt8]) -> Bool {
        switch self {
        case .equals(let wanted): text == wanted
        case .startsWith(let wanted): text.starts(with: wanted)
        case .endsWith(let wanted): text.count >= wanted.count && text.suffix(wanted.count).elementsEqual(wanted)
        case .contains(let search): search.isFound(in: text)
        case .matches(let glob): glob.matches(text)
        case .present: true
        }
    }
}
