/// The rule that chose a source, as it is cited: "2, Click ID of a search ad".
public struct RuleReference: Sendable, Hashable, Codable {
    public let number: String
    public let name: String

    public init(number: String, name: String) {
        self.number = number
        self.name = name
    }
}
