import Attribution
import Database

/// The SQL of attributions: every field of the record has a column of its name.
enum AttributionStore {
    private static let fields = AttributionField.allCases.filter { !$0.isDerived }

    private static let columns =
        [
            "account_id", "id", "contact_id", "created_at", "source", "rule_number", "rule_set", "rule_set_version",
            "catalogue_version", "verdict", "own_domains", "imported", "landing_at", "carried_from_at", "direct_url",
            "direct_referrer", "truncated", "ip_is_whole", "rules_revision", "sub_label", "contact_created_at",
        ] + fields.map(\.columnName)

    /// Attributions of contacts that are stored already.
    ///
    /// - Parameter contactAges: when the contacts were created, where that is known.
    static func insert(
        _ connection: Connection, _ attributions: [(account: AccountID, stored: StoredAttribution)],
        contactAges: [Scoped<ContactID>: Milliseconds]? = nil
    ) throws {
        var domains = DomainTexts()
        let ages =
            try contactAges ?? ContactStore.ages(connection, attributions.map { Scoped($0.account, $0.stored.contact) })
        try connection.insert(
            into: "attributions", columns,
            try attributions.map { account, stored in
                try values(account, stored, &domains, contactCreatedAt: ages[Scoped(account, stored.contact)] ?? 0)
            })
    }

    private static func values(
        _ account: AccountID, _ stored: StoredAttribution, _ domains: inout DomainTexts, contactCreatedAt: Milliseconds
    ) throws -> [any SQLConvertible] {
        let record = stored.record
        let verdict = record.verdict
        var values: [any SQLConvertible] = [
            account, stored.id, stored.contact, record.createdAt, stored.source, verdict?.rule.number,
            verdict?.ruleSet.rawValue, verdict?.ruleSetVersion, verdict?.catalogueVersion,
            verdict.map { verdict in JSONBuilder.text { $0.value(verdict) } }, try domains.text(stored.ownDomains),
            record.isImported,
            stored.landingAt, record.carryOver?.carriedFromAt, record.carryOver?.directURL,
            record.carryOver?.directReferrer,
            record.truncatedFields.map(\.apiName).sorted().joined(separator: ",").nonEmpty,
            IPAddress.isWhole(record[.ip]), verdict?.revision, verdict?.subLabel,
            contactCreatedAt,
        ]
        values += fields.map { record[$0] } as [String?]
        return values
    }

    static func attributions(
        _ connection: Connection, _ account: AccountID, _ ids: [AttributionID]
    ) throws -> [AttributionID: StoredAttribution] {
        guard !ids.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            select \(columns.joined(separator: ", ")) from attributions
            where account_id = $1 and id in (\(placeholders(ids.count, after: 1)))
            """, [account] + ids as [any SQLConvertible])
        return Dictionary(
            try rows.map { ($0, try attribution($0)) }.map { ($1.id, $1) }, uniquingKeysWith: { a, _ in a })
    }

    static func attribution(_ row: Row) throws -> StoredAttribution {
        var values: [AttributionField: String] = [:]
        for field in fields { values[field] = try row[field.columnName] as String? }
        let verdict: String? = try row["verdict"]
        let truncated: String? = try row["truncated"]
        let record = AttributionRecord(
            source: try row["source"], verdict: try verdict.map { try JSONText.decode(from: $0) },
            carryOver: try carryOver(row), createdAt: try row["created_at"], isImported: try row["imported"],
            values: values,
            truncatedFields: Set(
                (truncated ?? "").split(separator: ",").compactMap { AttributionField(rawValue: String($0)) }))
        return StoredAttribution(
            id: try row["id"], contact: try row["contact_id"], record: record,
            ownDomains: try JSONText.decode(from: try row["own_domains"]), landingAt: try row["landing_at"])
    }

    private static func carryOver(_ row: Row) throws -> CarryOver? {
        guard let at = try row["carried_from_at"] as Milliseconds? else { return nil }
        return CarryOver(
            carriedFromAt: at, directURL: try row["direct_url"] as String? ?? "",
            directReferrer: try row["direct_referrer"])
    }

    static func ofSubmission(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, _ id: ConversionID
    ) throws -> StoredAttribution? {
        try connection.row(
            """
            select \(columns.joined(separator: ", ")) from attributions
            where account_id = $1 and contact_id = $2 and submission_id = $3 order by id limit 1
            """, [account, contact, id]
        ).map(attribution)
    }

    /// The one that was written last: ids sort by that.
    static func newest(
        _ connection: Connection, _ account: AccountID, of contact: ContactID
    ) throws -> AttributionSummary? {
        try connection.row(
            """
            select id, source from attributions
            where account_id = $1 and contact_id = $2 order by id desc limit 1
            """, [account, contact]
        ).map { AttributionSummary(id: try $0["id"], source: try $0["source"]) }
    }
}
