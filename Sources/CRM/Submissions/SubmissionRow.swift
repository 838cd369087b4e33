import Attribution
import Database

/// A line of the list of submissions.
public struct SubmissionRow: Sendable {
    public let conversion: Conversion
    public let contact: Contact?
    /// Where its sender came from; nil while it is held.
    public let source: Source?
}

/// One page of the list of submissions, newest first.
public struct SubmissionRows: Sendable {
    public let rows: [SubmissionRow]
    public let hasNewer: Bool
    public let hasOlder: Bool

    public static let none = SubmissionRows(rows: [], hasNewer: false, hasOlder: false)
}

extension Submissions {
    /// A page of submissions with the contacts and the sources that belong to them.
    public func rows(_ account: AccountID, _ query: SubmissionQuery) async throws -> SubmissionRows {
        try await database.read { connection in
            let page = try SubmissionStore.page(connection, account, query)
            let keys = Set(page.submissions.compactMap(\.contact)).map { Scoped(account, $0) }
            let contacts = try ContactStore.contacts(connection, keys)
            let sources = try AttributionStore.sources(connection, account, of: page.submissions)
            return SubmissionRows(
                rows: page.submissions.map { conversion in
                    SubmissionRow(
                        conversion: conversion, contact: conversion.contact.flatMap { contacts[Scoped(account, $0)] },
                        source: sources[conversion.id])
                }, hasNewer: page.hasNewer, hasOlder: page.hasOlder)
        }
    }
}

extension AttributionStore {
    static func sources(
        _ connection: Connection, _ account: AccountID, of conversions: [Conversion]
    ) throws -> [ConversionID: Source] {
        let contacts = Set(conversions.compactMap(\.contact)).sorted { $0.rawValue < $1.rawValue }
        guard !contacts.isEmpty else { return [:] }
        var sources: [ConversionID: Source] = [:]
        try connection.forEach(
            """
            select submission_id, source from attributions
            where account_id = $1 and contact_id in (\(placeholders(contacts.count, after: 1)))
                and submission_id in (\(placeholders(conversions.count, after: 1 + contacts.count)))
            order by created_at desc
            """, [account] + contacts + conversions.map(\.id) as [any SQLConvertible]
        ) { row in
            sources[try row["submission_id"]] = try row["source"] as Source
        }
        return sources
    }
}
