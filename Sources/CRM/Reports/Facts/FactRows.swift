import Database

/// The rows of a stretch of time as they are read, and the words that were met on the way.
struct FactRows {
    var draft: FactDraft
    var words: [String: FactWords]

    init(_ subject: ReportSubject, words: [String: FactWords]) {
        draft = FactDraft(subject)
        self.words = words
    }

    mutating func set(_ slot: FactSlot, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        draft.set(slot.column, number(slot.dictionary, value))
    }

    /// Says that there is something, where what it is would be another word in every row.
    mutating func set(_ slot: FactSlot, isPresent: Bool) {
        if isPresent { set(slot, Self.present) }
    }

    /// Several values of any row.
    mutating func set(_ slot: FactSlot, row: Int, _ values: [String]) {
        var list: [UInt32] = []
        for value in values {
            let number = number(slot.dictionary, value)
            if number > 0, !list.contains(number) { list.append(number) }
        }
        if !list.isEmpty { draft.set(slot.column, row, list) }
    }

    private mutating func number(_ dictionary: String, _ value: String) -> UInt32 {
        words[dictionary, default: FactWords()].number(of: value)
    }

    private static let present = "present"
}
