/// The extended rules for a web landing, top to bottom; the first that applies wins.
enum ExtendedRules {
    static let ordered: [Rule] = ClassicRules.ordered
}
