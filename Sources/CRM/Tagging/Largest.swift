/// The largest of any number of entries, in bounded memory.
///
/// When twice as many as `capacity` are held, the smaller half is given up. Whatever of that half comes again begins
/// anew, so that an entry that is made after the first such cut may count too little, and never too much.
struct Largest<Key: Hashable & Sendable, Entry: Sendable>: Sendable {
    typealias Pair = (key: Key, entry: Entry)

    private let capacity: Int
    private let isLarger: @Sendable (Pair, Pair) -> Bool
    private var entries: [Key: Entry] = [:]
    /// Whether entries have been given up.
    private(set) var isCut = false

    /// - Parameter isLarger: a total order, so that the same entries are kept in every run.
    init(capacity: Int, isLarger: @escaping @Sendable (Pair, Pair) -> Bool) {
        self.capacity = capacity
        self.isLarger = isLarger
    }

    /// Changes the entry of a key, which is made when there is none.
    mutating func update(_ key: Key, orBegin entry: @autoclosure () -> Entry, _ change: (inout Entry) -> Void) {
        if entries.count >= 2 * capacity, entries[key] == nil {
            entries = Dictionary(uniqueKeysWithValues: first(capacity))
            isCut = true
        }
        change(&entries[key, default: entry()])
    }

    /// The largest, in order.
    func first(_ count: Int) -> [Pair] {
        Array(entries.map { (key: $0.key, entry: $0.value) }.sorted(by: isLarger).prefix(count))
    }
}
