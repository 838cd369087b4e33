extension OwnRule {
    /// The keys of a rule in the document of a rule book.
    public enum Key: String, Sendable, CaseIterable {
        case name, after, when, source, subLabel
    }
}
