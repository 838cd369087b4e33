/// One line of the table: what a (URL, referrer) pair costs.
struct PairCost {
    let name: String
    /// Of one pair.
    let time: Timing
    /// Of one pair; nil where nothing counts them.
    let allocations: Double?

    static let heading =
        "(URL, referrer) pair".paddedRight(22) + "best ns".paddedLeft(10) + "median ns".paddedLeft(11)
        + "allocations".paddedLeft(13)

    var line: String {
        let allocations = allocations.map { $0.text(decimals: 3) } ?? "not counted"
        return name.paddedRight(22) + time.best.text(decimals: 1).paddedLeft(10)
            + time.median.text(decimals: 1).paddedLeft(11) + allocations.paddedLeft(13)
    }
}
