import Attribution
import Database

/// What a batch needs to know of one account.
struct AccountContext: Sendable {
    let account: Account
    let ownDomains: OwnDomains
    let names: FieldNames
    let books: JudgingBooks

    static func load(
        _ connection: Connection, _ ids: Set<AccountID>, _ shelf: BookShelf
    ) throws -> [AccountID: AccountContext] {
        guard !ids.isEmpty else { return [:] }
        let accounts = try AccountStore.accounts(connection, ids: ids.sorted { $0.rawValue < $1.rawValue })
        let books = try shelf.judging(connection, accounts)
        return try Dictionary(
            uniqueKeysWithValues: accounts.map { account in
                let names = FieldNames(
                    fields: try FieldStore.all(connection, account.id),
                    mappings: try FieldStore.mappings(connection, account.id))
                return (
                    account.id,
                    AccountContext(
                        account: account, ownDomains: account.ownDomains, names: names,
                        books: books[account.id] ?? shelf.builtIn)
                )
            })
    }
}
