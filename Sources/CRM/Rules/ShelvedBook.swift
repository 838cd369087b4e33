import Attribution

/// A compiled book.
struct ShelvedBook: Sendable {
    let classifier: Classifier
    /// Whether it is what was stored; otherwise a built-in rule set stands in for what nobody can read.
    let isReadable: Bool
}
