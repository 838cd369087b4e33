import CRM

/// Whose requests a limit counts.
enum RateKey: Sendable, Hashable {
    case apiBurst(TokenID)
    case apiDay(TokenID)
    case views(AccountID, ClientNetwork)
    case conversions(AccountID, ClientNetwork)
    case accountViews(AccountID)
    case accountConversions(AccountID)
    case held(AccountID, ClientNetwork)
}
