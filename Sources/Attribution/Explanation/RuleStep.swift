/// One rule of the set, tried on a landing: whether it applied, and why or why not.
public struct RuleStep: Sendable, Equatable {
    public let rule: RuleReference
    public let applies: Bool
    /// With the values seen, to be read after the rule's name: "there is no utm_source".
    public let reason: String

    /// "Rule 2, Click ID of a search ad: none of gclid, gbraid, wbraid, msclkid is there."
    public var sentence: String { "\(rule.spoken(capitalised: true)): \(reason)." }
}
