import CRM

/// What a terminal is told of a rebuild: a line for each twentieth of it, the last of them among these.
struct RebuildLines {
    let accounts: Int
    /// How many accounts are made.
    private(set) var done = 0
    private var twentieths = 0

    init(accounts: Int) { self.accounts = accounts }

    var first: String {
        "Reading the visits, contacts and sales of \(accounts == 1 ? "1 account" : "\(accounts) accounts")."
    }

    /// Nil where there is nothing new to say.
    ///
    /// - Parameter progress: of the account that comes after those that are made.
    mutating func next(_ progress: FactProgress) -> String? {
        var share = 0.0
        if progress.accounts == 0 {
            done += 1
        } else if let all = progress.all, all > 0 {
            share = min(1, Double(progress.built) / Double(all))
        }
        let percent = Int((Double(done) + share) / Double(accounts) * 100)
        guard percent / 5 > twentieths else { return nil }
        twentieths = percent / 5
        let parts = [
            accounts > 1 ? "\(done) of \(accounts) accounts" : done == 1 ? "all rows" : nil,
            share > 0 ? "\(progress.built) of \(progress.all ?? 0) rows\(accounts > 1 ? " of the next" : "")" : nil,
            "\(percent) %",
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}
