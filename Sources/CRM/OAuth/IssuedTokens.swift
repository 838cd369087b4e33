/// What an app is given for a code or a refresh token; the secrets are shown this once.
public struct IssuedTokens: Sendable {
    public let access: String
    /// Nil for a token of one account that was made from one of the agency.
    public let refresh: String?
    /// Of the access token.
    public let seconds: Int
    public let scopes: Set<Token.Scope>
    /// Nil for a token of the agency.
    public let account: Account?
    /// The accounts that a token of the agency opens; nil for all of them.
    public let accounts: [Account]?
    public let companyID: String
    public let user: UserID
}

/// Why an app is given none: the words of RFC 6749, section 5.2.
public enum TokenRefusal: Error, Equatable, Sendable {
    case invalidClient
    case invalidGrant
    case unauthorizedClient

    public var code: String {
        switch self {
        case .invalidClient: "invalid_client"
        case .invalidGrant: "invalid_grant"
        case .unauthorizedClient: "unauthorized_client"
        }
    }
}
