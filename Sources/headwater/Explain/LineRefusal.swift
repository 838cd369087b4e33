import Attribution

/// Why an input is no landing.
enum LineRefusal: Error {
    case tooLong
    case malformed
    case noURL
    case noWebPage
    case unknownRuleSet
    case rulesDoNotFit

    var text: String {
        switch self {
        case .tooLong: "The line is longer than 1 MiB."
        case .malformed:
            "The line is not a JSON object with url, referrer, userAgent and ruleset as texts and ownDomains as a list."
        case .noURL: "The line has no url."
        case .noWebPage: "The URL is not absolute. Write it whole, like https://example.com/?utm_source=adwords."
        case .rulesDoNotFit: "The rules of the file cannot stand in the ruleset: it lacks a rule that they stand after."
        case .unknownRuleSet: "The ruleset is not one of \(RuleSet.allCases.map(\.rawValue).joined(separator: ", "))."
        }
    }
}
