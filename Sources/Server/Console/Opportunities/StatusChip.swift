import CRM

/// A status with its colour.
struct StatusChip {
    let label: String
    let good: Bool
    let bad: Bool
    let warn: Bool

    init(_ status: Opportunity.Status) {
        label = status.label
        good = status == .won
        bad = status == .lost
        warn = status == .abandoned
    }
}
