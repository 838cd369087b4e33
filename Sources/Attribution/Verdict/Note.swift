/// A remark beside a verdict: something that nearly mattered, or was set aside.
public struct Note: Sendable, Hashable, Codable {
    public enum Code: String, Sendable, Codable, CaseIterable {
        case misspeltParameter = "misspelt_parameter"
        case capitalLetters = "capital_letters"
        case deprecatedValue = "deprecated_value"
        case unfilledPlaceholder = "unfilled_placeholder"
        case selfReferral = "self_referral"
        case carriedOver = "carried_over"
    }

    public let code: Code
    /// One plain sentence.
    public let text: String

    public init(code: Code, text: String) {
        self.code = code
        self.text = text
    }
}
