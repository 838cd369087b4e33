import CRM

/// Whose requests a limit counts.
enum RateKey: Sendable, Hashable {
    case apiBurst(String)
    case apiDay(String)
    case views(AccountID, ClientNetwork)
    case conversions(AccountID, ClientNetwork)
    case accountViews(AccountID)
    case accountConversions(AccountID)
    case held(AccountID, ClientNetwork)
    case appTokens(ClientNetwork)
    case sharedDashboards(ClientNetwork)
}
