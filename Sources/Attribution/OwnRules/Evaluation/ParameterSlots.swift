/// Where the parameters stand among the subjects that own rules look at.
struct ParameterSlots: Sendable {
    /// By the key in lower case (A–Z).
    private let slots: [[UInt8]: Int]
    private let shortest: Int
    private let longest: Int

    /// - Parameter subjects: each once, keys in lower case.
    init(_ subjects: [OwnCondition.Subject]) {
        var slots: [[UInt8]: Int] = [:]
        for (slot, subject) in subjects.enumerated() {
            if case .parameter(let key) = subject { slots[Array(key.utf8)] = slot }
        }
        shortest = slots.keys.lazy.map(\.count).min() ?? 0
        longest = slots.keys.lazy.map(\.count).max() ?? 0
        self.slots = slots
    }

    /// The first pair under each key, by its slot, found in one reading of the URL. It counts even when it is empty.
    ///
    /// - Parameter url: as `URLText` leaves it.
    func find(in url: Substring.UTF8View, found: (Int, EncodedText) -> Void) {
        var seen: Set<Int> = []
        var key: [UInt8] = []
        var scanner = QueryScanner(url.span)
        while seen.count < slots.count, let pair = scanner.next(in: url.span) {
            // Three bytes may spell one.
            guard pair.key.count >= shortest, pair.key.count <= 3 * longest else { continue }
            let encoded = EncodedBytes(url.span.slice(pair.key))
            key.removeAll(keepingCapacity: true)
            var position = 0
            while let byte = encoded.byte(at: &position) { key.append(byte.asciiLowercased) }
            guard let slot = slots[key], seen.insert(slot).inserted else { continue }
            found(slot, EncodedText(raw: url.slice(pair.value)))
        }
    }
}
