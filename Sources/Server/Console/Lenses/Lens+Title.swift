import Attribution

extension Lens {
    /// The lens as a heading: the two that are Headwater's own leave an account's own rules out, and say so.
    var title: String {
        switch self {
        case .classic: "Built-in classic rules"
        case .extended: "Built-in extended rules"
        case .ga4, .original: name
        }
    }
}
