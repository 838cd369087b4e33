import Database

/// Which accounts an agency looks for.
public struct AccountQuery: Sendable, Equatable {
    /// The address that the business is reached at, in any case.
    public var email: String?
    /// Only these; nil for all there are.
    public var accounts: Set<AccountID>?
    public var newestFirst = false
    public var offset = 0
    public var limit = 10

    public init() {}
}

extension Accounts {
    /// What an account says of its business.
    public func details(_ account: AccountID) async throws -> BusinessDetails {
        try await database.read { try BusinessDetailsStore.details($0, account) }
    }

    /// The accounts that a query finds, with what they say of their businesses.
    public func search(_ query: AccountQuery) async throws -> [(account: Account, details: BusinessDetails)] {
        try await database.read { connection in
            try AccountStore.search(connection, query).map { account in
                (account, try BusinessDetailsStore.details(connection, account.id))
            }
        }
    }
}

extension AccountStore {
    fileprivate static func search(_ connection: Connection, _ query: AccountQuery) throws -> [Account] {
        let way = query.newestFirst ? "desc" : "asc"
        var condition = "where closed_at is null"
        var values: [any SQLConvertible] = [query.limit, query.offset]
        if let email = query.email {
            condition += " and id in (select account_id from business_details where email = $3)"
            values.append(email.trimmed.lowercased())
        }
        if let chosen = query.accounts {
            let list = chosen.sorted { $0.rawValue < $1.rawValue }
            let places = list.indices.map { "$\(values.count + $0 + 1)" }.joined(separator: ", ")
            condition += list.isEmpty ? " and id < 0" : " and id in (\(places))"
            values += list as [any SQLConvertible]
        }
        return try accounts(connection, "\(condition) order by id \(way) limit $1 offset $2", values)
    }
}
