/// A remark beside a verdict: something that nearly mattered, or was set aside.
public struct Note: Sendable, Hashable, Codable {
    /// What a note is about, and what its `parameter`, `value` and `suggestion` then hold.
    ///
    /// All but the last three are about how a link was tagged: `TaggingFindings` lists them for a landing.
    public enum Code: String, Sendable, Codable, CaseIterable {
        /// A key that nobody knows and that is a letter or two from a known one: the key, its value, the known key.
        case misspeltParameter = "misspelt_parameter"
        /// A `utm_source` that is a letter or two from an ad tag or, under the extended rules, from a site's name: the
        /// key, the value, the tag or name.
        case misspeltValue = "misspelt_value"
        /// A `utm_source` that is an ad tag but for its capitals, under rules that read them: key, value, the tag.
        case capitalLetters = "capital_letters"
        /// `utm_source=facebook`, which used to mark an ad: the key, the value, the tag of today.
        case deprecatedValue = "deprecated_value"
        /// A click ID that the rules in force do not count: its key and value, and the tag to use where there is one.
        case uncountedClickID = "uncounted_click_id"
        /// `utm_medium` says paid, and the verdict does not: the key, the value, and the tag or click ID to use where
        /// there is one.
        case paidMedium = "paid_medium"
        /// Rule 9, a tag that nobody knows: its key and value, and the value to use where only that is unknown.
        case unknownTag = "unknown_tag"
        /// Rule 3 on a link whose `utm_medium` says organic: the key, the value.
        case taggedOnGoogle = "tagged_on_google"
        /// A placeholder that the ad platform left as it was: the key, and the placeholder alone, `{campaignname}`.
        case unfilledPlaceholder = "unfilled_placeholder"
        /// What was given as the referrer is no http, https or android-app URL: the text as the value.
        case unreadableReferrer = "unreadable_referrer"
        /// The referrer is one of the account's own pages: its host as the value.
        case selfReferral = "self_referral"
        /// An earlier landing counts.
        case carriedOver = "carried_over"
    }

    public let code: Code
    /// One plain sentence.
    public let text: String
    /// The key of the parameter that the note is about, decoded, as it stood in the URL; shortened.
    public let parameter: String?
    /// What stood there, decoded; shortened.
    public let value: String?
    /// The key, value or tag that was meant, or that would be counted: `utm_source`, `adwords`.
    public let suggestion: String?

    /// The texts are cut to what fits a line: a landing comes from strangers.
    public init(
        code: Code, text: String, parameter: String? = nil, value: String? = nil, suggestion: String? = nil
    ) {
        self.code = code
        self.text = text
        self.parameter = parameter.map(Self.shortened)
        self.value = value.map(Self.shortened)
        self.suggestion = suggestion
    }

    private static let scalarLimit = 80

    static func shortened(_ text: String) -> String { FieldText.withoutNUL(String(text.prefix(scalars: scalarLimit))) }

    /// A stranger's text as a sentence may hold it: short, and within its line.
    static func inLine(_ text: String) -> String {
        let short = shortened(text)
        guard short.unicodeScalars.contains(where: \.endsLine) else { return short }
        return String(String.UnicodeScalarView(short.unicodeScalars.map { $0.endsLine ? "\u{FFFD}" : $0 }))
    }

    static func quoted(_ value: String) -> String { "“\(inLine(value))”" }
}
