/// A program's way in: made by hand for one account or the agency, or given to an app that somebody let in.
public struct Token: Sendable, Identifiable {
    public let id: TokenID
    public let reach: Reach
    public let name: String
    public let scopes: Set<Scope>
    public let createdAt: Milliseconds
    public var lastUsedAt: Milliseconds?
    /// Nil for one that is good until it is revoked.
    public var expiresAt: Milliseconds?
    /// The app that holds it; nil for a private integration token.
    public var app: AppID?

    /// Which accounts it opens.
    public enum Reach: Sendable, Equatable {
        case account(AccountID)
        /// Those that somebody let an app into: they are chosen from one by one.
        case accounts(Set<AccountID>)
        /// Those there are and those to come.
        case agency

        public func holds(_ account: AccountID) -> Bool {
            switch self {
            case .account(let own): own == account
            case .accounts(let list): list.contains(account)
            case .agency: true
            }
        }

        /// The accounts one by one; nil for all of them.
        public var chosen: Set<AccountID>? {
            switch self {
            case .account(let own): [own]
            case .accounts(let list): list
            case .agency: nil
            }
        }
    }

    /// The account, where it can be no other.
    public var account: AccountID? {
        if case .account(let account) = reach { account } else { nil }
    }

    /// How the audit log calls whoever uses it.
    public var actor: AuditActor {
        if let app { .app(app, name: name) } else { .token(id, name: name) }
    }
}
