/// Many marks, found in one pass over a name: every three bytes of it are looked up, and only where some mark begins with
/// such three is it compared. It is asked for every event.
struct AgentMarks: Sendable {
    /// Sorted by slot, those of one slot in the order they were given.
    private let marks: [AgentMark]
    /// Where the marks of a slot begin; those of the next one end them.
    private let starts: [UInt16]

    private static let slots = 1 << 15

    init(_ marks: [AgentMark]) {
        let placed = marks.enumerated().map { (slot: Self.slot(of: $0.element), order: $0.offset, mark: $0.element) }
            .sorted { ($0.slot, $0.order) < ($1.slot, $1.order) }
        var starts = [UInt16](repeating: 0, count: Self.slots + 1)
        for entry in placed { starts[entry.slot + 1] += 1 }
        for slot in 0..<Self.slots { starts[slot + 1] += starts[slot] }
        self.marks = placed.map(\.mark)
        self.starts = starts
    }

    /// What the first mark in the name stands for.
    func sign(in name: String) -> BotSign? {
        let bytes = name.utf8.span
        guard bytes.count >= 3 else { return nil }
        var key = UInt32(bytes[0].asciiLowercased) << 8 | UInt32(bytes[1].asciiLowercased) << 16
        for place in 0..<bytes.count - 2 {
            key = key >> 8 | UInt32(bytes[place + 2].asciiLowercased) << 16
            let slot = Self.slot(key)
            for index in Int(starts[slot])..<Int(starts[slot + 1]) where marks[index].stands(in: bytes, at: place) {
                return marks[index].sign
            }
        }
        return nil
    }

    /// The slot of three bytes in small letters.
    private static func slot(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 17) }

    private static func slot(of mark: AgentMark) -> Int {
        slot(mark.text.prefix(3).enumerated().reduce(0) { $0 | UInt32($1.element.asciiLowercased) << (8 * $1.offset) })
    }
}
