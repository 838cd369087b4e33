import Database

/// Reads the facts of an account out of the rows that they are made of.
struct FactSource {
    let connection: Connection
    let account: AccountID
    /// The revision of the rules in use: what it says of a visit or an attribution counts, else the locked verdict.
    let revision: Int
    private let fields: [FieldID: CustomField]

    /// Nil for an account that is closed or gone.
    init?(_ connection: Connection, _ account: AccountID) throws {
        let row = try connection.row(
            "select coalesce(rules_revision, 0) as revision from accounts where id = $1 and closed_at is null",
            [account])
        guard let row else { return nil }
        self.connection = connection
        self.account = account
        revision = try row["revision"]
        fields = Dictionary(uniqueKeysWithValues: try FieldStore.all(connection, account).map { ($0.id, $0) })
    }

    /// The rows of a subject in stretches of time, which come in their order, at most `limit` of the earliest of each.
    func rows(
        _ subject: ReportSubject, _ ranges: [Range<Milliseconds>], limit: Int = .max, words: [String: FactWords]
    ) throws -> FactRows {
        var rows = FactRows(subject, words: words)
        let values: [[any SQLConvertible]] = ranges.map { [account, revision, $0.lowerBound, $0.upperBound, limit] }
        switch subject {
        case .visits: try connection.scan(VisitFacts.sql, forEach: values) { VisitFacts.read($0, into: &rows) }
        case .contacts: try readPersons(ContactFacts.sql, values, ContactFacts.extras, &rows)
        case .conversions: try readPersons(ConversionFacts.sql, values, ConversionFacts.extras, &rows)
        case .opportunities: try readPersons(OpportunityFacts.ofContacts, values, OpportunityFacts.extras, &rows)
        case .wins: try readPersons(OpportunityFacts.won, values, OpportunityFacts.extras, &rows)
        }
        return rows
    }

    private func readPersons(
        _ sql: String, _ values: [[any SQLConvertible]], _ extras: FactExtras, _ rows: inout FactRows
    ) throws {
        try connection.scan(sql, forEach: values) { PersonFacts.read($0, extras, into: &rows) }
        let places = Dictionary(grouping: rows.draft.contacts.indices) { rows.draft.contacts[$0] }
        let contacts = places.keys.sorted().map { [account, $0] as [any SQLConvertible] }
        try readTags(contacts, places, &rows)
        try readFields(contacts, places, &rows)
    }

    private func readTags(
        _ contacts: [[any SQLConvertible]], _ places: [String: [Int]], _ rows: inout FactRows
    ) throws {
        let found = try connection.rows(
            "select contact_id, tag from contact_tags where account_id = $1 and contact_id = $2", forEach: contacts)
        var tags: [String: [String]] = [:]
        for row in found { tags[try row["contact_id"], default: []].append(try row["tag"]) }
        let slot = FactSlot(ReportField.tag)
        for (contact, tags) in tags {
            for place in places[contact] ?? [] { rows.set(slot, row: place, tags) }
        }
    }

    private func readFields(
        _ contacts: [[any SQLConvertible]], _ places: [String: [Int]], _ rows: inout FactRows
    ) throws {
        let found = try connection.rows(
            """
            select contact_id, field_id, value from contact_field_values where account_id = $1 and contact_id = $2
            """, forEach: contacts)
        for row in found {
            let id: FieldID = try row["field_id"]
            let value: String = try row["value"]
            let slot = FactSlot(ReportField.customField(id))
            let parts = fields[id]?.parts(of: value) ?? [value]
            for place in places[try row["contact_id"]] ?? [] { rows.set(slot, row: place, parts) }
        }
    }
}
