/// A small change to a landing, or to what it is judged by, that gives it another source.
///
/// It was found by trying: `landing` judged by `ruleSet` really gets `source`.
public struct NearestChange: Sendable, Equatable {
    /// What is changed; those that mend something come first.
    public enum Kind: String, Sendable, CaseIterable, Comparable {
        /// A key or a value that is there is written otherwise.
        case correction
        /// A tag or a click ID is written that is not there.
        case addition
        /// The same landing, judged by the other rule set.
        case ruleSet = "rule_set"
        /// A parameter, the referrer or the user agent is left out.
        case removal

        public static func < (one: Kind, other: Kind) -> Bool {
            allCases.firstIndex(of: one) ?? 0 < allCases.firstIndex(of: other) ?? 0
        }
    }

    public let kind: Kind
    /// One plain sentence: "`utm_source` was `AdWords`; `adwords` matches rule 1 and gives Paid Search."
    public let text: String
    /// The key as it stood in the URL, or the one that is added; nil where no parameter is changed.
    public let parameter: String?
    /// What stood there, shortened: a value, or the key where the key is corrected, the referrer, the rule set.
    public let from: String?
    /// What is written instead; nil where something is left out.
    public let to: String?
    public let source: Source
    public let rule: RuleReference
    /// The landing with the change, all else byte for byte as it was.
    public let landing: Landing
    /// The rules that the changed landing is judged by.
    public let ruleSet: RuleSet

    public var label: String { source.label }
}
