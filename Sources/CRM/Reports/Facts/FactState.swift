import Database

/// What is known of an account's facts as a whole.
enum FactState {
    /// Whether its facts are there, and how far a build is.
    static func readiness(_ connection: Connection, _ account: AccountID) throws -> FactReadiness {
        let row = try connection.row(
            """
            select ready, built_rows, all_rows, place_at, rules_since, epoch from report_states where account_id = $1
            """, [account])
        guard let row else { return FactReadiness(isReady: false, share: 0) }
        let built: Int64 = try row["built_rows"]
        let all: Int64? = try row["all_rows"]
        let place: Milliseconds? = try row["place_at"]
        // What comes in meanwhile is built but was not counted: it is done when it is done.
        let share = place == nil ? 1 : min(0.99, Double(built) / Double(max(1, all ?? .max)))
        return FactReadiness(
            isReady: try row["ready"], share: share, rulesSince: try row["rules_since"], epoch: try row["epoch"])
    }

    /// An account whose facts are being made again, with the place up to which they are.
    static func building(_ connection: Connection) throws -> FactWalk? {
        try connection.row(
            """
            select account_id, walk, place_subject, place_at, all_rows from report_states
            where place_at is not null order by account_id limit 1
            """
        ).map { row in
            let subject: String = try row["place_subject"]
            return FactWalk(
                account: try row["account_id"], number: try row["walk"],
                subject: ReportSubject(rawValue: subject) ?? .visits, at: try row["place_at"],
                isCounted: try row["all_rows"] as Int64? != nil)
        }
    }

    /// Has everything made again from the beginning: of one account, or of all of them.
    static func restart(_ connection: Connection, _ account: AccountID? = nil) throws {
        guard let account else {
            try connection.execute(Schema.restartOfReports)
            return
        }
        try connection.execute("\(Schema.restartOfReports) where account_id = $1", [account])
    }

    /// Those that came without their triggers: nothing of theirs has been read yet.
    static func open(_ connection: Connection) throws {
        try connection.execute(
            """
            insert into report_states (account_id, ready, place_subject, place_at)
            select id, $1, 'visits', $2 from accounts
            where not exists (select 1 from report_states where report_states.account_id = accounts.id)
            """, [false, FactWalk.beginning])
    }

    /// Other rules are in use from now on: until the walk that this begins is over, not everything speaks by them.
    static func noteRules(_ connection: Connection, _ account: AccountID, since now: Milliseconds) throws {
        try connection.execute("update report_states set rules_since = $2 where account_id = $1", [account, now])
    }

    static func note(_ connection: Connection, _ walk: FactWalk, allRows: Int) throws {
        try connection.execute(
            "update report_states set all_rows = $3 where account_id = $1 and walk = $2",
            [walk.account, walk.number, allRows])
    }

    /// Moves the place of a walk (nil: it is over), unless it was begun again meanwhile.
    static func advance(
        _ connection: Connection, _ walk: FactWalk, to place: FactWalk?, rows: Int, now: Milliseconds
    ) throws {
        guard let place else {
            try connection.execute(
                """
                update report_states set ready = $3, place_subject = null, place_at = null, sweep_at = $4,
                    sweep_field = '', rollup_at = $4, rules_since = null
                where account_id = $1 and walk = $2
                """, [walk.account, walk.number, true, now])
            return
        }
        try connection.execute(
            """
            update report_states set place_subject = $3, place_at = $4, built_rows = built_rows + $5
            where account_id = $1 and walk = $2
            """, [walk.account, walk.number, place.subject.rawValue, place.at, rows])
    }

    /// Has the values that nobody uses any more looked for, at `moment` or sooner if that was asked before.
    static func sweep(_ connection: Connection, _ account: AccountID, at moment: Milliseconds) throws {
        try connection.execute(
            """
            update report_states set sweep_at = $2 where account_id = $1 and (sweep_at is null or sweep_at > $2)
            """, [account, moment])
    }

    /// An account that is to be looked at for blocks that it lacks.
    static func toRollUp(_ connection: Connection, now: Milliseconds) throws -> AccountID? {
        try connection.row(
            """
            select account_id from report_states where rollup_at <= $1 and place_at is null
            order by rollup_at, account_id limit 1
            """, [now])?["account_id"]
    }

    /// Has an account looked at for blocks that it lacks, at `moment`: whoever has never been looked at, and with
    /// `isSooner` everybody who was to be looked at later.
    static func rollUp(
        _ connection: Connection, _ account: AccountID, at moment: Milliseconds, isSooner: Bool
    ) throws {
        try connection.execute(
            """
            update report_states set rollup_at = $2
            where account_id = $1 and (rollup_at is null or $3 and rollup_at > $2)
            """, [account, moment, isSooner])
    }

    static func rolledUp(_ connection: Connection, _ account: AccountID, next: Milliseconds) throws {
        try connection.execute(
            "update report_states set rollup_at = $2 where account_id = $1", [account, next])
    }

    /// An account that is to be swept, and the field that was swept last.
    static func toSweep(_ connection: Connection, now: Milliseconds) throws -> (account: AccountID, field: String)? {
        try connection.row(
            "select account_id, sweep_field from report_states where sweep_at <= $1 order by sweep_at, account_id limit 1",
            [now]
        ).map { (try $0["account_id"], try $0["sweep_field"]) }
    }

    /// Everything up to a field was swept; nil: all of it.
    static func swept(
        _ connection: Connection, _ account: AccountID, _ field: String?, isOtherEpoch: Bool, next: Milliseconds
    ) throws {
        try connection.execute(
            """
            update report_states set epoch = epoch + $2, sweep_field = $3,
                sweep_at = case when $4 then $5 else sweep_at end
            where account_id = $1
            """, [account, isOtherEpoch ? 1 : 0, field ?? "", field == nil, next])
    }

    /// How far each account is whose facts are being made again, and how many of them there are.
    static func progress(_ connection: Connection, _ account: AccountID?) throws -> FactProgress {
        let condition = account == nil ? "" : "and account_id = $1"
        let row = try connection.row(
            """
            select count(*) as accounts, cast(coalesce(sum(built_rows), 0) as bigint) as built,
                cast(coalesce(sum(all_rows), 0) as bigint) as rows, count(*) - count(all_rows) as uncounted
            from report_states where place_at is not null \(condition)
            """, account.map { [$0] } ?? [])
        guard let row else { return FactProgress(accounts: 0, built: 0, all: nil) }
        let uncounted: Int = try row["uncounted"]
        return FactProgress(
            accounts: try row["accounts"], built: try row["built"], all: uncounted == 0 ? try row["rows"] : nil)
    }
}
