import Database

/// The SQL of marks.
enum FactMarkStore {
    /// The oldest marks; those of the accounts `last` after all others, account by account.
    ///
    /// - Parameter lookups: how many of them may name a contact and not the moment, which has to be looked up then.
    static func oldest(
        _ connection: Connection, limit: Int, lookups: Int = .max, last: [AccountID] = []
    ) throws -> FactMarks {
        var reading = Reading(left: limit, lookupsLeft: lookups)
        try reading.read(connection, Self.oldest(except: last.count), last)
        for account in last { try reading.read(connection, Self.oldestOfOne, [account]) }
        return FactMarks(all: reading.marks, cutOff: reading.cutOff)
    }

    /// The oldest marks but for those of so many accounts, which are passed over one by one: half a million of them in
    /// some hundredths of a second, about a tenth of a turn. An index would be one more to write for every mark, and
    /// would not lead past them.
    static func oldest(except accounts: Int) -> String {
        oldest(accounts == 0 ? "" : "where account_id not in (\(placeholders(accounts, after: 1)))")
    }

    /// The oldest marks of an account.
    ///
    /// The table is empty one moment and full the next: an account that most marks are of is a rare one to PostgreSQL,
    /// which would sort all of them to find the first. Of what `coalesce` comes to it knows nothing, and walks.
    static let oldestOfOne = oldest("where coalesce(account_id = $2, false)")

    private static func oldest(_ condition: String) -> String {
        "select seq, account_id, kind, at, contact from report_marks \(condition) order by seq limit $1"
    }

    /// Marks as they are read, until there are enough of them.
    private struct Reading {
        var left: Int
        var lookupsLeft: Int
        var marks: [FactMark] = []
        var cutOff: AccountID?

        /// Reads one mark more than there is room for, to know of it.
        mutating func read(_ connection: Connection, _ sql: String, _ accounts: [AccountID]) throws {
            guard cutOff == nil else { return }
            try connection.scan(sql, [left + 1] + accounts) { row in
                guard left > 0, lookupsLeft > 0 else {
                    cutOff = marks.last?.account
                    return false
                }
                marks.append(try FactMarkStore.mark(row))
                left -= 1
                if !row.isNull(4) { lookupsLeft -= 1 }
                return true
            }
        }
    }

    private static func mark(_ row: borrowing ColumnView) throws -> FactMark {
        let contact = row.text(4) ?? ""
        let target: FactMark.Target? =
            switch row.text(2) ?? "" {
            case "contact": .contact(contact)
            case "erased": .erased(contact)
            case "opportunities" where row.isNull(3): .opportunities(contact)
            case let kind: ReportSubject(rawValue: kind).map { .moment($0, row.integer(3)) }
            }
        guard let target else { throw FactError.damaged }
        return FactMark(seq: row.integer(0), account: AccountID(rawValue: row.integer(1)), target: target)
    }

    /// How many marks wait, counted up to a limit.
    static func waiting(_ connection: Connection, atMost limit: Int) throws -> Int {
        try connection.row("select count(*) as count from (select 1 from report_marks limit $1) as found", [limit])?[
            "count"] ?? 0
    }

    /// Deletes exactly these: one that was written in between, with a lower number or a higher one, stays.
    static func delete(_ connection: Connection, _ seqs: [Int64]) throws {
        var runs: [(Int64, Int64)] = []
        for seq in seqs.sorted() {
            if let last = runs.last, last.1 + 1 == seq { runs[runs.count - 1].1 = seq } else { runs.append((seq, seq)) }
        }
        try connection.execute(
            "delete from report_marks where seq >= $1 and seq <= $2", forEach: runs.map { [$0.0, $0.1] })
    }

    /// The accounts with more than `most` of the oldest `limit` marks.
    static func crowded(_ connection: Connection, among limit: Int, most: Int) throws -> [AccountID] {
        // So many numbers have not been given out: to count is in vain.
        let span: Int? = try connection.row(
            "select (select max(seq) from report_marks) - (select min(seq) from report_marks) as span")?["span"]
        guard span ?? 0 >= most else { return [] }
        return try connection.rows(
            """
            select account_id from (select account_id from report_marks order by seq limit $1) as oldest
            group by account_id having count(*) > $2 order by account_id
            """, [limit, most]
        ).map { try $0["account_id"] }
    }

    /// Deletes an account's marks among the oldest; all that they tell of is about to be read anew.
    static func deleteOldest(_ connection: Connection, _ account: AccountID, among limit: Int) throws {
        try connection.execute(
            """
            delete from report_marks where account_id = $1 and seq in (
                select seq from report_marks order by seq limit $2)
            """, [account, limit])
    }

    /// When the facts of contacts happened: those that have one, each with its subject.
    static func moments(
        _ connection: Connection, _ contacts: [Scoped<String>], opportunitiesAlone: Bool
    ) throws -> [Scoped<String>: [FactMark.Target]] {
        var moments: [Scoped<String>: [FactMark.Target]] = [:]
        for (subject, sql) in opportunitiesAlone ? [whateverOpportunities] : byContact {
            let rows = try connection.rows(sql, forEach: contacts.map { [$0.account, $0.key] })
            for row in rows {
                let contact = Scoped<String>(try row["account_id"], try row["contact_id"])
                moments[contact, default: []].append(.moment(subject, try row["at"]))
            }
        }
        return moments
    }

    /// An opportunity that has gone is not there any more to tell that its contact had one.
    private static let whateverOpportunities: (ReportSubject, String) = (
        .opportunities,
        "select account_id, id as contact_id, created_at as at from contacts where account_id = $1 and id = $2"
    )

    private static let byContact: [(ReportSubject, String)] = [
        (
            .contacts,
            "select account_id, id as contact_id, created_at as at from contacts where account_id = $1 and id = $2"
        ),
        (
            .opportunities,
            """
            select contacts.account_id, contacts.id as contact_id, contacts.created_at as at
            from contacts where contacts.account_id = $1 and contacts.id = $2 and exists (
                select 1 from opportunities
                where opportunities.account_id = contacts.account_id and opportunities.contact_id = contacts.id)
            """
        ),
        (
            .conversions,
            """
            select account_id, contact_id, occurred_at as at from conversions
            where account_id = $1 and contact_id = $2 and \(ConversionFacts.counts)
            """
        ),
        (
            .wins,
            """
            select account_id, contact_id, status_changed_at as at from opportunities
            where account_id = $1 and contact_id = $2 and status = 'won'
            """
        ),
    ]
}
