/// One test of an own rule: what is looked at, how it is compared, and with what.
///
/// Letters A–Z are compared in any case; hosts and keys are in lower case by nature.
public struct OwnCondition: Sendable, Hashable {
    /// What a condition looks at. Where there is none, or it is empty, no comparison holds.
    public enum Subject: Sendable, Hashable {
        /// The first value of a URL parameter, decoded; its key is compared in any case.
        case parameter(String)
        /// The host of the referrer, or its Android package; absent when there is none or it is the account's own.
        case referrerHost
        case landingHost
        /// The path of the landing as it stands in the URL, with its leading slash.
        case landingPath
        case userAgent
    }

    public enum Operator: String, Sendable, CaseIterable, Codable {
        case equals
        case contains
        case startsWith = "starts_with"
        case endsWith = "ends_with"
        /// A pattern over the whole text: `*` stands for any run of characters, `?` for one (a Unicode scalar).
        case matches
        /// There and not empty; takes no value.
        case present
    }

    public var subject: Subject
    public var comparison: Operator
    /// Empty for `present`, which compares with nothing.
    public var value: String
    /// Whether the condition holds when the comparison does not.
    public var isNegated: Bool

    public init(_ subject: Subject, _ comparison: Operator, _ value: String = "", isNegated: Bool = false) {
        self.subject = subject
        self.comparison = comparison
        self.value = value
        self.isNegated = isNegated
    }
}
