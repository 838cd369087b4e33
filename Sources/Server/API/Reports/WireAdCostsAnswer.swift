import CRM

/// What became of costs that a program sent.
struct WireAdCostsAnswer: Encodable {
    let created: Int
    let updated: Int
    let unchanged: Int
    /// Of these, what is in the cost of a campaign or a group already.
    let parts: Int
    /// The numbers of those that were left: they have no ID, and several rows with IDs have their name.
    let ambiguous: [Int]

    init(_ tally: AdCostTally) {
        created = tally.new
        updated = tally.changed
        unchanged = tally.same
        parts = tally.parts
        ambiguous = tally.ambiguous
    }
}
