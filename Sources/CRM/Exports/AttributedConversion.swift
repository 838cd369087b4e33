import Database

/// A conversion with the attribution that it wrote; none while it is held.
public struct AttributedConversion: Sendable {
    public let conversion: Conversion
    public let attribution: StoredAttribution?
}

extension Exports {
    /// Every conversion, newest first, each with its attribution.
    public func conversionsWithAttribution(
        _ account: AccountID, _ body: ([AttributedConversion]) async throws -> Void
    ) async throws {
        try await conversions(account) { conversions in
            let attributions = try await database.read { connection in
                try ExportStore.attributions(connection, account, of: conversions)
            }
            try await body(
                conversions.map { AttributedConversion(conversion: $0, attribution: attributions[$0.id.rawValue]) })
        }
    }
}

extension ExportStore {
    /// The attributions that these conversions wrote, by submission id.
    static func attributions(
        _ connection: Connection, _ account: AccountID, of conversions: [Conversion]
    ) throws -> [String: StoredAttribution] {
        let contacts = Array(Set(conversions.compactMap(\.contact)))
        guard !contacts.isEmpty else { return [:] }
        let ids = conversions.map(\.id)
        // By contact, because that is the index there is; a contact has few attributions.
        let rows = try connection.rows(
            """
            select id from attributions
            where account_id = $1 and contact_id in (\(placeholders(contacts.count, after: 1)))
                and submission_id in (\(placeholders(ids.count, after: 1 + contacts.count)))
            """, [account] + contacts as [any SQLConvertible] + ids as [any SQLConvertible])
        let found = try AttributionStore.attributions(connection, account, try rows.map { try $0["id"] })
        return Dictionary(
            found.values.compactMap { stored in stored.record[.submissionID].map { ($0, stored) } },
            uniquingKeysWith: { first, _ in first })
    }
}
