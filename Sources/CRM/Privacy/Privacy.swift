import Database

/// Forgets what may not be kept.
public struct Privacy: Sendable {
    let database: Database

    /// How long a whole IP address is kept where the account says so: for time zones and fraud checks.
    public static let wholeAddressTime: Milliseconds = 30 * .day

    private static let chunk = 500

    /// Cuts addresses whose time is over to their network, a few hundred rows a transaction; says how many it cut.
    ///
    /// - Parameter rest: called after each transaction with the time that it took; others write meanwhile.
    public func cutAddresses(
        now: Milliseconds,
        rest: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: max($0 * 4, .milliseconds(20))) }
    ) async throws -> Int {
        let end = now - Self.wholeAddressTime
        var count = 0
        for account in try await database.read({ try PrivacyStore.accountsThatCut($0) }) {
            for table in PrivacyStore.Table.allCases {
                count += try await cut(table, account, before: end, rest)
            }
            count += try await database.write { try PrivacyStore.cutHeld($0, account, before: end) }
        }
        return count
    }

    private func cut(
        _ table: PrivacyStore.Table, _ account: AccountID, before end: Milliseconds,
        _ rest: @Sendable (Duration) async throws -> Void
    ) async throws -> Int {
        var (count, start) = (0, Milliseconds.min)
        while true {
            try Task.checkCancellation()
            let (from, begun) = (start, ContinuousClock.now)
            let cut = try await database.write { connection in
                try PrivacyStore.cut(connection, table, account, from: from, before: end, limit: Self.chunk)
            }
            guard let cut else { return count }
            count += cut.count
            start = cut.last
            if cut.count < Self.chunk { return count }
            try await rest(ContinuousClock.now - begun)
        }
    }
}
