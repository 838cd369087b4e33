import Database

/// A conversion with the attribution that it wrote; none while it is held.
public struct AttributedConversion: Sendable {
    public let conversion: Conversion
    public let attribution: StoredAttribution?
    /// What the rules in use say of it, where that differs.
    public let secondOpinion: SecondOpinion?
}

extension Exports {
    /// Every conversion, newest first, each with its attribution and the second opinion of it.
    public func conversionsWithAttribution(
        _ account: AccountID, _ body: ([AttributedConversion]) async throws -> Void
    ) async throws {
        try await conversions(account) { conversions in
            let attributed = try await database.read { connection in
                try ExportStore.attributed(connection, account, conversions)
            }
            try await body(attributed)
        }
    }
}

extension ExportStore {
    static func attributed(
        _ connection: Connection, _ account: AccountID, _ conversions: [Conversion]
    ) throws -> [AttributedConversion] {
        let attributions = try attributions(connection, account, of: conversions)
        let opinions = try OpinionStore.opinions(
            connection, account, try RuleStore.current(connection, account), attributions.values.map(\.id))
        return conversions.map { conversion in
            let attribution = attributions[conversion.id.rawValue]
            return AttributedConversion(
                conversion: conversion, attribution: attribution,
                secondOpinion: attribution.flatMap { opinions[$0.id] })
        }
    }

    /// The attributions that these conversions wrote, by submission id.
    private static func attributions(
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
