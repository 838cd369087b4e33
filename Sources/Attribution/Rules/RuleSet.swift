/// An ordered list of rules; the first that applies chooses the source.
public enum RuleSet: String, CaseIterable, Sendable, Codable {
    /// The documented behaviour of the systems this product stands in for.
    case classic
    /// The classic rules, and what those leave out: other platforms' click IDs, tags in any case, in-app browsers.
    case extended

    /// Raised whenever a rule of the set changes.
    public var version: Int {
        switch self {
        case .classic: 1
        case .extended: 1
        }
    }

    /// The rules for a web landing, in order; 4a of the extended ones stands twice, for either source.
    public var rules: [RuleReference] { ordered.map(\.reference) }

    /// The last of them always applies.
    var ordered: [WebRule] {
        switch self {
        case .classic: ClassicRules.ordered
        case .extended: ExtendedRules.ordered
        }
    }

    /// How a key must be spelt to be a tag.
    var spelling: ParameterSpelling {
        switch self {
        case .classic: .exact
        case .extended: .tagsInAnyCase
        }
    }

    func decide(_ arrival: borrowing ArrivalBytes, _ catalogue: CatalogueIndex) -> Decision {
        for rule in ordered {
            if let finding = rule.finding(in: arrival, catalogue) { return Decision(rule, finding) }
        }
        return Decision(.remainder, .unclaimedTag)
    }
}
