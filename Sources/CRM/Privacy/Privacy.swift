import Database

/// Forgets what may not be kept.
public struct Privacy: Sendable {
    let database: Database

    /// How long a whole IP address is kept where the account says so: for time zones and fraud checks.
    public static let wholeAddressTime: Milliseconds = 30 * .day

    private static let chunk = 500

    /// Cuts addresses whose time is over to their network, a few hundred rows a transaction; says how many it cut.
    public func cutAddresses(now: Milliseconds) async throws -> Int {
        let end = now - Self.wholeAddressTime
        var count = 0
        for account in try await database.read({ try PrivacyStore.accountsThatCut($0) }) {
            for table in PrivacyStore.Table.allCases {
                var cut = 0
                repeat {
                    try Task.checkCancellation()
                    cut = try await database.write { connection in
                        try PrivacyStore.cut(connection, table, account, before: end, limit: Self.chunk)
                    }
                    count += cut
                } while cut == Self.chunk
            }
            count += try await database.write { try PrivacyStore.cutHeld($0, account, before: end) }
        }
        return count
    }
}
