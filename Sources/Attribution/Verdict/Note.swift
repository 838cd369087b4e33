/// A remark beside a verdict: something that nearly mattered, or was set aside.
public struct Note: Sendable, Hashable, Codable {
    public enum Code: String, Sendable, Codable, CaseIterable {
        case misspeltParameter = "misspelt_parameter"
        case capitalLetters = "capital_letters"
        case deprecatedValue = "deprecated_value"
        /// A click ID that the rules do not count.
        case uncountedClickID = "uncounted_click_id"
        /// `utm_medium` says paid, and the verdict does not.
        case paidMedium = "paid_medium"
        /// Rule 9: which tag nobody knows.
        case unknownTag = "unknown_tag"
        /// Rule 3 on a link whose `utm_medium` says organic.
        case taggedOnGoogle = "tagged_on_google"
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
