/// What an account's own rules wait for, where the landing has it but for a letter or two.
struct OwnRuleSlips {
    /// One way to mend a parameter.
    struct Slip: Hashable {
        /// Which of the pairs.
        let pair: Int
        let isKey: Bool
        /// The key or the value that was meant.
        let meant: String
    }

    /// A landing is tagged with a handful of parameters; those beyond are no slip of the pen.
    private static let pairLimit = 16
    /// Each is tried on the landing, and a book may hold thousands of rules.
    private static let limit = 16
    /// How many texts are compared letter by letter, which costs the product of their lengths.
    private static let lookLimit = 1_024
    /// Texts outside these lengths resemble nothing.
    private static let lengths = 4...40

    private struct Written {
        let index: Int
        let key: Word
        let value: Word
    }

    private let written: [Written]
    private var looks = 0
    private var found: [Slip] = []

    private init(_ pairs: [EditableURL.Pair]) {
        written = pairs.prefix(Self.pairLimit).enumerated().map { index, pair in
            Written(
                index: index, key: Word(pair.key.asciiLowercasedBytes), value: Word(pair.value.asciiLowercasedBytes))
        }
    }

    /// The first of them, in the order of the rules.
    static func first(in pairs: [EditableURL.Pair], for rules: [OwnRule]) -> [Slip] {
        if pairs.isEmpty { return [] }
        var slips = OwnRuleSlips(pairs)
        for condition in rules.lazy.flatMap(\.conditions) where !condition.isNegated {
            guard slips.found.count < limit, slips.looks < lookLimit else { break }
            slips.look(at: condition)
        }
        return Array(slips.found.prefix(limit))
    }

    private mutating func look(at condition: OwnCondition) {
        guard case .parameter(let key) = condition.subject else { return }
        let meant = Word(key.asciiLowercasedBytes)
        let isLiteral = condition.comparison != .matches && condition.comparison != .present
        for written in written {
            if written.key.bytes != meant.bytes {
                if isNear(written.key, meant) { add(Slip(pair: written.index, isKey: true, meant: key)) }
            } else if isLiteral, isNear(written.value, Word(condition.value.asciiLowercasedBytes)) {
                add(Slip(pair: written.index, isKey: false, meant: condition.value))
            }
        }
    }

    private mutating func add(_ slip: Slip) {
        if !found.contains(slip) { found.append(slip) }
    }

    /// Whether two texts differ, by a letter or two.
    private mutating func isNear(_ written: Word, _ meant: Word) -> Bool {
        guard Self.lengths ~= written.bytes.count, Self.lengths ~= meant.bytes.count, meant.mayBeMeant(by: written),
            written.bytes != meant.bytes
        else { return false }
        looks += 1
        return meant.distance(from: written) != nil
    }
}
