import Database

/// The SQL of opportunities and what hangs on them.
enum OpportunityStore {
    static let columns = """
        id, contact_id, name, pipeline_id, stage_id, status, value, currency, assigned_to, source, lost_reason_id,
        closes_on, first_closes_on, slips, slipped_at, probability, created_at, updated_at, status_changed_at,
        stage_changed_at
        """

    /// What names are sorted by: the databases compare bytes.
    static func nameKey(_ name: String) -> String { name.lowercased().precomposedStringWithCanonicalMapping }

    static func opportunity(_ row: Row) throws -> Opportunity {
        Opportunity(
            id: try row["id"], contact: try row["contact_id"], name: try row["name"], pipeline: try row["pipeline_id"],
            stage: try row["stage_id"], status: try row["status"],
            value: Money(minorUnits: try row["value"], currency: try row["currency"]),
            assignedTo: try row["assigned_to"], source: try row["source"], lostReason: try row["lost_reason_id"],
            forecast: Opportunity.Forecast(
                closesOn: try row["closes_on"], firstClosesOn: try row["first_closes_on"], slips: try row["slips"],
                slippedAt: try row["slipped_at"], probability: try row["probability"]),
            createdAt: try row["created_at"], updatedAt: try row["updated_at"],
            statusChangedAt: try row["status_changed_at"], stageChangedAt: try row["stage_changed_at"])
    }

    /// - Parameter locked: keeps everybody else from changing it until this transaction ends.
    static func opportunity(
        _ connection: Connection, _ account: AccountID, _ id: OpportunityID, locked: Bool = false
    ) throws -> Opportunity {
        let row = try connection.row(
            """
            select \(columns) from opportunities where account_id = $1 and id = $2
            \(locked ? connection.dialect.forUpdate : "")
            """, [account, id])
        guard let row else { throw NotFound.opportunity }
        return try opportunity(row)
    }

    private static let written = [
        "contact_id", "name", "name_key", "pipeline_id", "stage_id", "status", "value", "currency", "assigned_to",
        "source", "lost_reason_id", "closes_on", "first_closes_on", "slips", "slipped_at", "probability", "updated_at",
        "status_changed_at", "stage_changed_at",
    ]

    private static func values(_ opportunity: Opportunity) -> [any SQLConvertible] {
        let forecast = opportunity.forecast
        return [
            opportunity.contact, opportunity.name, nameKey(opportunity.name), opportunity.pipeline, opportunity.stage,
            opportunity.status, opportunity.value.minorUnits, opportunity.value.currency, opportunity.assignedTo,
            opportunity.source, opportunity.lostReason, forecast.closesOn, forecast.firstClosesOn, forecast.slips,
            forecast.slippedAt, forecast.probability, opportunity.updatedAt, opportunity.statusChangedAt,
            opportunity.stageChangedAt,
        ]
    }

    /// Writes an opportunity that is new or changed; its words are written anew.
    static func save(_ connection: Connection, _ account: AccountID, _ opportunity: Opportunity) throws {
        try connection.insert(
            into: "opportunities", ["account_id", "id", "created_at"] + written,
            [[account, opportunity.id, opportunity.createdAt] + values(opportunity)],
            """
            on conflict (account_id, id) do update set
                \(written.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            """)
        try connection.execute(
            "delete from opportunity_terms where account_id = $1 and opportunity_id = $2", [account, opportunity.id])
        try connection.insert(
            into: "opportunity_terms", ["account_id", "opportunity_id", "term"],
            Set(SearchTerms.typed(opportunity.name)).sorted().map { [account, opportunity.id, $0] })
    }

    static func delete(_ connection: Connection, _ account: AccountID, _ id: OpportunityID) throws {
        try connection.execute("delete from opportunities where account_id = $1 and id = $2", [account, id])
    }

    static func followers(
        _ connection: Connection, _ account: AccountID, _ ids: [OpportunityID]
    ) throws -> [OpportunityID: [UserID]] {
        let rows = try connection.rows(
            """
            select opportunity_id, user_id from opportunity_followers where account_id = $1 and opportunity_id = $2
            """, forEach: ids.map { [account, $0] })
        var followers: [OpportunityID: [UserID]] = [:]
        for row in rows { followers[try row["opportunity_id"], default: []].append(try row["user_id"]) }
        return followers.mapValues { $0.sorted() }
    }

    static func insertFollowers(
        _ connection: Connection, _ account: AccountID, _ id: OpportunityID, _ users: [UserID], now: Milliseconds
    ) throws {
        try connection.insert(
            into: "opportunity_followers", ["account_id", "opportunity_id", "user_id", "followed_at"],
            users.map { [account, id, $0, now] }, "on conflict (account_id, opportunity_id, user_id) do nothing")
    }

    static func deleteFollowers(
        _ connection: Connection, _ account: AccountID, _ id: OpportunityID, _ users: [UserID]
    ) throws {
        try connection.execute(
            "delete from opportunity_followers where account_id = $1 and opportunity_id = $2 and user_id = $3",
            forEach: users.map { [account, id, $0] })
    }

    static func custom(
        _ connection: Connection, _ account: AccountID, _ ids: [OpportunityID]
    ) throws -> [OpportunityID: [FieldID: String]] {
        let rows = try connection.rows(
            """
            select opportunity_id, field_id, value from opportunity_field_values
            where account_id = $1 and opportunity_id = $2
            """, forEach: ids.map { [account, $0] })
        var custom: [OpportunityID: [FieldID: String]] = [:]
        for row in rows { custom[try row["opportunity_id"], default: [:]][try row["field_id"]] = try row["value"] }
        return custom
    }

    /// A nil empties the field.
    static func saveCustom(
        _ connection: Connection, _ account: AccountID, _ id: OpportunityID, _ values: [FieldID: String?]
    ) throws {
        try connection.execute(
            "delete from opportunity_field_values where account_id = $1 and opportunity_id = $2 and field_id = $3",
            forEach: values.keys.sorted().map { [account, id, $0] })
        try connection.insert(
            into: "opportunity_field_values", ["account_id", "opportunity_id", "field_id", "value"],
            values.sorted { $0.key < $1.key }.compactMap { field, value in value.map { [account, id, field, $0] } })
    }
}
