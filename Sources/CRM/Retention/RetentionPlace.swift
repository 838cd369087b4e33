/// Where a round stands: the step, the account it is at, and the row of that account's that was looked at last.
struct RetentionPlace: Sendable, Equatable, Codable {
    let step: RetentionStep
    /// Nil for a table that belongs to no account.
    let account: AccountID?
    /// Nil before the first row, and where the row would say who somebody is.
    let key: RetentionKey?
}
