/// Marks that were read together.
struct FactMarks: Sendable {
    let all: [FactMark]
    /// Whose mark was the last one, where there are more than these.
    let cutOff: AccountID?
}
