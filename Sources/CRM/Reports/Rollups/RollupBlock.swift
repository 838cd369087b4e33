/// So many whole days of an account, rolled up.
struct RollupBlock: Hashable, Sendable {
    /// Days at a time. A longer one begins where a shorter one does, and is made of four of those.
    enum Span: Int, Sendable, CaseIterable {
        case day = 1
        case fourDays = 4
        case sixteenDays = 16
        case sixtyFourDays = 64

        /// What it is made of; nil for a day, which is made of parts.
        var below: Span? { Span(rawValue: rawValue / 4) }

        /// The first day of the span that a day lies in: days are numbered from 1970-01-01.
        func first(around day: Int) -> Int {
            let rest = day % rawValue
            return day - (rest < 0 ? rest + rawValue : rest)
        }
    }

    let span: Span
    /// From the midnight before its first day to that after its last one.
    let range: Range<Milliseconds>
    let chunks: RollupChunks

    /// How many combinations it has.
    var rows: Int { chunks.rows }
}
