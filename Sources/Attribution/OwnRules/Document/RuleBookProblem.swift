/// One thing that is wrong with a rule book, and where.
public struct RuleBookProblem: Sendable, Hashable, CustomStringConvertible {
    public let place: RuleBookPlace
    /// What is wrong, to be read after the place: "must not be empty".
    public let text: String

    public init(_ place: RuleBookPlace, _ text: String) {
        self.place = place
        self.text = text
    }

    public var description: String { "\(place): \(text)" }
}
