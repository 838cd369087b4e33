/// Why an event was refused: a closed set, each counted and told to the sender.
public enum DropReason: String, Sendable, CaseIterable {
    case unknownTrackingID = "unknown_tracking_id"
    case malformed
    case tooLarge = "too_large"
    case originNotAllowed = "origin_not_allowed"
    case rateLimited = "rate_limited"
    case overloaded
    case bot
    case selfExcluded = "self_excluded"
}
