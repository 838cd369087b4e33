import Attribution
import Database

/// A submission with everything that its own page shows.
public struct SubmissionDetail: Sendable {
    public let conversion: Conversion
    /// The contact it belongs to.
    public let contact: Contact?
    /// Why it is that contact's.
    public let match: TimelineEntry.Match?
    public let attribution: StoredAttribution?
    /// What a held submission arrived with; nil once it was accepted or thrown away.
    public let held: CaptureEvent?
}

extension Submissions {
    /// - Throws: `NotFound.conversion`.
    public func detail(_ account: AccountID, _ id: ConversionID) async throws -> SubmissionDetail {
        try await database.read { connection in
            guard let conversion = try ConversionStore.conversion(connection, account, id) else {
                throw NotFound.conversion
            }
            guard let contact = conversion.contact else {
                let held = try ConversionStore.held(connection, account, id)?.payload?.event
                return SubmissionDetail(conversion: conversion, contact: nil, match: nil, attribution: nil, held: held)
            }
            return SubmissionDetail(
                conversion: conversion, contact: try ContactStore.contact(connection, account, contact),
                match: try TimelineStore.match(connection, account, contact, of: id),
                attribution: try AttributionStore.ofSubmission(connection, account, contact, id), held: nil)
        }
    }
}

extension TimelineStore {
    /// How a submission came to be a contact's, by the line it left on the timeline.
    static func match(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, of id: ConversionID
    ) throws -> TimelineEntry.Match? {
        let events: [TimelineEntry.Event] = try connection.rows(
            """
            select entry from timeline where account_id = $1 and contact_id = $2 and conversion_id = $3
            order by at, id limit 10
            """, [account, contact, id]
        ).map { try JSONText.decode(from: try $0["entry"]) }
        return events.lazy.compactMap { event in
            switch event {
            case .submitted(let match), .identified(let match): match
            default: nil
            }
        }.first
    }
}
