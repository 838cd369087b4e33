import Attribution

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
}
