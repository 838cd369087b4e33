/// The rule that chose a source, as it is cited: "2, Click ID of a search ad".
public struct RuleReference: Sendable, Hashable, Codable {
    /// "2", "4a"; "own 1" for the first of an account's own rules.
    public let number: String
    /// A few words that say what the rule looks for.
    public let name: String

    public init(number: String, name: String) {
        self.number = number
        self.name = name
    }
}
