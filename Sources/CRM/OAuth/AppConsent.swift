/// What somebody lets an app do, and where.
public struct AppConsent: Sendable {
    public let app: AppID
    public let user: UserID
    public let accounts: Accounts
    public let scopes: Set<Token.Scope>
    public let redirectURI: String
    /// The S256 challenge, where the app sent one.
    public let challenge: String?

    public enum Accounts: Sendable, Equatable {
        /// One makes a token of that account; several make one of the agency that opens those.
        case chosen([AccountID])
        /// Every account, those to come among them.
        case all
    }

    public init(
        app: AppID, user: UserID, accounts: Accounts, scopes: Set<Token.Scope>, redirectURI: String, challenge: String?
    ) {
        self.app = app
        self.user = user
        self.accounts = accounts
        self.scopes = scopes
        self.redirectURI = redirectURI
        self.challenge = challenge
    }
}

extension AppConsent.Accounts {
    /// The account of the tokens: nil for the agency.
    var single: AccountID? {
        if case .chosen(let list) = self, list.count == 1 { list.first } else { nil }
    }

    /// The accounts that the app is let into; nil stands for all of them.
    var grants: [AccountID?] {
        switch self {
        case .chosen(let list): list
        case .all: [nil]
        }
    }

    var text: String {
        switch self {
        case .chosen(let list): list.map { String($0.rawValue) }.joined(separator: " ")
        case .all: "*"
        }
    }

    init(text: String) {
        self =
            text == "*"
            ? .all : .chosen(text.split(separator: " ").compactMap { Int64($0) }.map(AccountID.init(rawValue:)))
    }
}

/// An app that somebody let into an account, or into all of them.
public struct AppGrant: Sendable {
    public let app: AppID
    /// Nil for every account.
    public let account: AccountID?
    public let user: UserID
    public let scopes: Set<Token.Scope>
    public let createdAt: Milliseconds
}
