import Database

/// An import as the one who runs it sees it: what was said beside the file, and where it stands.
struct AdCostJob: Sendable {
    let account: AccountID
    let id: AdCostImportID
    let isDryRun: Bool
    let platform: AdPlatform
    let dates: AdDateOrder?
    /// Of amounts that name none.
    let currency: Currency
    let startedAt: Milliseconds
    let total: Int
    /// How many costs have been dealt with.
    let done: Int
    /// What came of them; nil when nobody can read it.
    let tally: AdCostTally?
    /// Counts the steps, so that none is taken twice.
    let step: Int
    let leaseOwner: String?
    let leaseUntil: Milliseconds

    var key: Scoped<AdCostImportID> { Scoped(account, id) }

    func isHeld(by runner: RunnerID, at now: Milliseconds) -> Bool {
        leaseOwner == runner.text && leaseUntil > now
    }

    /// The file as its sender meant it, whatever has been changed in the account since.
    func file(_ bytes: [UInt8]) -> AdCostFile {
        AdCostFile(bytes: bytes, platform: platform, dates: dates, currency: currency)
    }
}
