import Database

/// Someone who signs in to the console.
public struct User: Sendable, Identifiable {
    public enum Role: String, Sendable, CaseIterable, SQLConvertible {
        /// Sees and changes everything.
        case admin
        /// Works with contacts and submissions; the settings are read-only.
        case user
    }

    public let id: UserID
    public let email: EmailAddress
    public let role: Role
    public var access = UserAccess()
    public let createdAt: Milliseconds

    /// Whether there is such an account for them; an administrator has them all.
    public func sees(_ account: AccountID) -> Bool {
        role == .admin || access.accounts.map { $0.contains(account) } ?? true
    }

    /// Which contacts of their accounts there are for them.
    public var contacts: ContactAccess {
        role != .admin && access.seesAssignedOnly ? .assigned(to: id) : .everything
    }
}

/// What somebody with the role of a user may see.
public struct UserAccess: Sendable, Equatable {
    /// Nil for every account, those to come among them.
    public var accounts: Set<AccountID>?
    /// Only the contacts that are assigned to them.
    public var seesAssignedOnly = false

    public init(accounts: Set<AccountID>? = nil, seesAssignedOnly: Bool = false) {
        self.accounts = accounts
        self.seesAssignedOnly = seesAssignedOnly
    }
}

/// Which contacts of an account there are for somebody: whatever lists or shows contacts is handed one.
public enum ContactAccess: Sendable, Equatable {
    case everything
    case assigned(to: UserID)

    /// Whose contacts they are; nil for everybody's.
    public var assignee: UserID? {
        if case .assigned(let user) = self { user } else { nil }
    }
}
