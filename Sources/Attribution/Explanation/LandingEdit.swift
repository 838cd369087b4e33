/// A change to a landing that is worth trying.
struct LandingEdit {
    /// What is done; it decides the words.
    enum Action: Equatable {
        case correctKey, correctValue
        case fillPlaceholder(String)
        /// Tagged as an ad of that platform.
        case tagAd(platform: String)
        case addClickID(platform: String)
        case fillClickID
        case switchRuleSet
        /// The keys that are left out.
        case drop([String])
        /// - Parameter mayBeOwn: whether nobody knows the site, so that it may be one of the account's.
        case dropReferrer(mayBeOwn: Bool)
        case dropUserAgent
    }

    let action: Action
    let parameter: String?
    let from: String?
    let to: String?
    let landing: Landing
    /// The rule set to try it under.
    let ruleSet: RuleSet

    var kind: NearestChange.Kind {
        switch action {
        case .correctKey, .correctValue, .fillPlaceholder: .correction
        case .tagAd, .addClickID, .fillClickID: .addition
        case .switchRuleSet: .ruleSet
        case .drop, .dropReferrer, .dropUserAgent: .removal
        }
    }

    /// Whether it changes what the visitor's browser sends, which nobody who tags a link can.
    var isOutOfReach: Bool {
        switch action {
        case .dropReferrer, .dropUserAgent: true
        default: false
        }
    }

    /// How many letters it changes in the original.
    func size(from original: Landing) -> Int {
        guard kind == .correction, let from, let to else {
            return abs(landing.url.utf8.count - original.url.utf8.count)
                + abs((landing.referrer ?? "").utf8.count - (original.referrer ?? "").utf8.count)
                + abs((landing.userAgent ?? "").utf8.count - (original.userAgent ?? "").utf8.count)
        }
        // Counting takes as long as the product of the lengths, and texts this long are no slip of the pen.
        let longest = max(from.utf8.count, to.utf8.count)
        return longest > 100 ? longest : EditDistance.between(Array(from.utf8), Array(to.utf8))
    }
}
