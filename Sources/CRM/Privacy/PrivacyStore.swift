import Database

/// The SQL of forgetting.
enum PrivacyStore {
    /// A table with the address of a visitor.
    enum Table: String, CaseIterable {
        case sessions, attributions

        var moment: String {
            switch self {
            case .sessions: "started_at"
            case .attributions: "created_at"
            }
        }
    }

    /// Also those that write down less today: what they kept before has its time too.
    static func accountsThatCut(_ connection: Connection) throws -> [AccountID] {
        try connection.rows("select id from accounts where ip_storage <> $1 order by id", [IPStorage.whole])
            .map { try $0["id"] }
    }

    /// Cuts the oldest addresses that are whole.
    ///
    /// - Parameter start: none is older; what was cut before is not walked past again.
    /// - Returns: how many were cut, and the moment of the newest; nil when none was left.
    static func cut(
        _ connection: Connection, _ table: Table, _ account: AccountID, from start: Milliseconds,
        before end: Milliseconds, limit: Int
    ) throws -> (count: Int, last: Milliseconds)? {
        let rows = try connection.rows(
            """
            select id, ip, \(table.moment) as moment from \(table.rawValue)
            where account_id = $1 and ip_is_whole and \(table.moment) >= $2 and \(table.moment) < $3
            order by \(table.moment) limit $4
            """, [account, start, end, limit])
        guard let newest = rows.last else { return nil }
        try connection.execute(
            "update \(table.rawValue) set ip = $3, ip_is_whole = $4 where account_id = $1 and id = $2",
            forEach: rows.map { [account, try $0["id"] as SQLValue, IPAddress.cut(try $0["ip"]), false] })
        return (rows.count, try newest["moment"])
    }

    /// Held submissions have the address in the event they wait with; there are never many of them.
    static func cutHeld(_ connection: Connection, _ account: AccountID, before end: Milliseconds) throws -> Int {
        let rows = try connection.rows(
            "select id, payload from conversions where account_id = $1 and status = 'held' and received_at < $2",
            [account, end])
        var count = 0
        for row in rows {
            let held: HeldEvent = try JSONText.decode(from: try row["payload"])
            guard let cut = held.withoutWholeAddress else { continue }
            try connection.execute(
                "update conversions set payload = $3 where account_id = $1 and id = $2",
                [account, try row["id"] as ConversionID, try JSONText.encode(cut)])
            count += 1
        }
        return count
    }
}
