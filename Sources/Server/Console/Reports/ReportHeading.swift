/// The head of a report's column, which sorts by it.
struct ReportHeading: Equatable {
    let label: String
    /// What the letters of the label stand for.
    let meaning: String?
    let href: String
    /// As `aria-sort` has it; nil for a column that is not sorted by.
    let sorted: String?
    let ascends: Bool
    let descends: Bool

    /// - Parameter descending: the direction of the column that is sorted by; nil for the others.
    init(_ label: String, meaning: String? = nil, href: String, descending: Bool?) {
        self.label = label
        self.meaning = meaning
        self.href = href
        sorted = descending.map { $0 ? "descending" : "ascending" }
        ascends = descending == false
        descends = descending == true
    }
}
