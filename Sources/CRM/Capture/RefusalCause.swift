/// What a refused event is counted as: its reason, and of a bot by what it was known, which its sender need not hear.
public enum RefusalCause: String, Sendable, CaseIterable {
    case originNotAllowed = "origin_not_allowed"
    case rateLimited = "rate_limited"
    case overloaded
    case malformed
    case tooLarge = "too_large"
    case unknownTrackingID = "unknown_tracking_id"
    /// A program that says that it is one.
    case crawler
    /// A browser that a program steers.
    case headless
    /// A browser that fetched the page before anybody asked to see it.
    case prefetch
    /// A visit that is made up to show its referrer in reports.
    case referrerSpam = "referrer_spam"
    /// As earlier versions counted them, which did not tell the four above apart.
    case bot
    case selfExcluded = "self_excluded"

    /// What the sender hears.
    public var reason: DropReason {
        switch self {
        case .unknownTrackingID: .unknownTrackingID
        case .malformed: .malformed
        case .tooLarge: .tooLarge
        case .originNotAllowed: .originNotAllowed
        case .rateLimited: .rateLimited
        case .overloaded: .overloaded
        case .crawler, .headless, .prefetch, .referrerSpam, .bot: .bot
        case .selfExcluded: .selfExcluded
        }
    }
}
