/// What became of some costs.
public struct AdCostTally: Sendable, Equatable, Codable {
    public internal(set) var new = 0
    public internal(set) var changed = 0
    /// Those that were there already, with the same figures.
    public internal(set) var same = 0
    /// Which of them, by number, have no ID and a name that several rows with IDs share.
    public internal(set) var ambiguous: [Int] = []
    /// Nil where there are none; what was kept by older versions does not say.
    private var currencies: [AdCurrencyChange]?
    private var covered: Int?

    public var written: Int { new + changed + same }

    /// Which of those that changed are in another currency now.
    public var currencyChanges: [AdCurrencyChange] { currencies ?? [] }

    /// How many of those that were written are parts of a campaign or a group that has a cost of its own on the same day:
    /// that counts, and these say where it went.
    public internal(set) var parts: Int {
        get { covered ?? 0 }
        set { covered = newValue == 0 ? nil : newValue }
    }

    init() {}

    mutating func noteChange(from old: Money, to new: Money) {
        changed += 1
        guard old.currency != new.currency else { return }
        add(AdCurrencyChange(from: old.currency.rawValue, to: new.currency.rawValue, rows: 1))
    }

    mutating func add(_ other: AdCostTally, from start: Int) {
        new += other.new
        changed += other.changed
        same += other.same
        parts += other.parts
        ambiguous += other.ambiguous.map { $0 + start }
        for change in other.currencyChanges { add(change) }
    }

    private mutating func add(_ change: AdCurrencyChange) {
        var all = currencyChanges
        if let index = all.firstIndex(where: { $0.from == change.from && $0.to == change.to }) {
            all[index].rows += change.rows
        } else {
            all.append(change)
            all.sort { ($0.from, $0.to) < ($1.from, $1.to) }
        }
        currencies = all
    }
}
