import Attribution

extension TaggingFinding {
    /// What is there, as it stands in a link: `utm_souce`, `utm_source=AdWords`.
    public var found: String {
        switch code {
        case .misspeltParameter, .uncountedClickID: parameter
        default: value.map { "\(parameter)=\($0)" } ?? parameter
        }
    }

    /// What to do about it, in one sentence.
    ///
    /// - Parameter rules: those that the account uses.
    public func advice(under rules: RuleSet) -> String {
        switch code {
        case .misspeltParameter: "Write \(suggestion ?? "the key") instead of \(parameter) in these links."
        case .misspeltValue: "Write \(parameter)=\(suggestion ?? "") instead of \(found) in these links."
        case .capitalLetters: "Write \(found.lowercased()) in small letters: with capitals it is another tag."
        case .deprecatedValue: "Tag these ads with \(parameter)=\(suggestion ?? "")."
        case .uncountedClickID: clickIDAdvice(under: rules)
        case .paidMedium: paidMediumAdvice
        case .unknownTag:
            "If this is an ad, give it a utm_source that the rules know: \(Self.adTags); if it is not, an own rule can "
                + "say what it is."
        case .taggedOnGoogle: "Leave the tags off this link: tagged, a click on Google counts as an ad."
        case .unfilledPlaceholder:
            "Put \(value ?? "it") where the ad platform fills it in, or correct that name."
        case .selfReferral, .unreadableReferrer, .carriedOver: "Nothing is wrong with these links."
        }
    }

    private func clickIDAdvice(under rules: RuleSet) -> String {
        if let suggestion { return "Tag these ads with utm_source=\(suggestion), which the rules count." }
        return rules == .classic
            ? "Choose the extended rules, which count more click IDs, or add an own rule for \(parameter)."
            : "Add an own rule that says what a click with \(parameter) is."
    }

    private var paidMediumAdvice: String {
        guard let suggestion else {
            return "If this is an ad, give it a utm_source that the rules know: \(Self.adTags)."
        }
        return Self.clickIDs.contains(suggestion)
            ? "Turn on auto-tagging in the ad platform, which adds \(suggestion) to every click."
            : "If this is an ad, tag it with utm_source=\(suggestion)."
    }

    private static let adTags = "adwords, fb_ad, linkedin_ad, twitter_ad or reddit_ad"
    private static let clickIDs: Set = ["gclid", "msclkid"]
}

extension Note.Code {
    /// The kind of fault, in a few words.
    public var faultName: String {
        switch self {
        case .misspeltParameter: "Misspelt parameter"
        case .misspeltValue: "Misspelt tag"
        case .capitalLetters: "Capital letters"
        case .deprecatedValue: "Old tag"
        case .uncountedClickID: "Click ID not counted"
        case .paidMedium: "Paid medium not counted"
        case .unknownTag: "Unknown tag"
        case .taggedOnGoogle: "Tagged link on Google"
        case .unfilledPlaceholder: "Placeholder not filled in"
        case .selfReferral: "Own page as referrer"
        case .unreadableReferrer: "Referrer that is no address"
        case .carriedOver: "Carried over"
        }
    }
}
