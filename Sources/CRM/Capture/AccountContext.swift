import Attribution
import Database

/// What a batch needs to know of one account: an object, because every claim of the batch has it.
final class AccountContext: Sendable {
    let account: Account
    let ownDomains: OwnDomains
    /// Where submitted fields go; nil when the batch has no submission for the account.
    let names: FieldNames?
    let books: JudgingBooks

    init(account: Account, names: FieldNames?, books: JudgingBooks) {
        self.account = account
        ownDomains = account.ownDomains
        self.names = names
        self.books = books
    }

    static func load(
        _ connection: Connection, _ ids: Set<AccountID>, submitting: Set<AccountID>, _ shelf: BookShelf
    ) throws -> [AccountID: AccountContext] {
        guard !ids.isEmpty else { return [:] }
        let accounts = try AccountStore.capturing(connection, Array(ids))
        let books = try shelf.judging(connection, accounts)
        return try Dictionary(
            uniqueKeysWithValues: accounts.map { account in
                let names =
                    submitting.contains(account.id) ? try FieldNames.load(connection, account.id) : nil
                return (
                    account.id,
                    AccountContext(
                        account: account, names: names, books: books[account.id] ?? shelf.builtIn)
                )
            })
    }
}

extension FieldNames {
    fileprivate static func load(_ connection: Connection, _ account: AccountID) throws -> FieldNames {
        FieldNames(
            fields: try FieldStore.fillable(connection, account),
            mappings: try FieldStore.mappings(connection, account))
    }
}
