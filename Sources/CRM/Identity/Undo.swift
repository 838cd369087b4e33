import Attribution
import Database

/// Takes a submission back off the contact it was matched to: a match is a claim, and a person may say it was wrong.
public struct Undo: Sendable {
    let database: Database
    let ids: IDSource

    /// Gives back what the submission overwrote and makes it a contact of its own, with its attribution and its visitor.
    ///
    /// A value that something else has changed since stays as it is. First attributions never change.
    ///
    /// - Returns: the contact that the submission has now.
    /// - Throws: `NotFound.conversion`, or `UndoError` when there is nothing to split.
    public func split(_ account: AccountID, _ id: ConversionID, now: Milliseconds) async throws -> ContactID {
        let ids = ids
        // What is being captured for the submission's visitor would write the former contact back.
        return try await database.write(.readCommitted) { connection in
            try CaptureLocks.keepOut(connection, account)
            guard let conversion = try ConversionStore.conversion(connection, account, id),
                conversion.status == .accepted, let former = conversion.contact,
                try ContactStore.lock(connection, account, former)
            else { throw NotFound.conversion }
            guard conversion.kind != .triggerLink else { throw UndoError.linkClick }
            guard try !UndoStore.made(connection, account, former, by: id) else {
                throw UndoError.onlySubmission
            }
            let split = try SplitContact(connection, account, conversion, from: former, id: ids.identifier(at: now))
            try Restoration(account: account, conversion: conversion, contact: former, now: now).run(connection)
            try split.save(connection, ids: ids, now: now)
            try UndoStore.moveTraces(connection, account, of: conversion, from: former, to: split.id, now: now)
            try Self.repointLatest(connection, account, former, from: split.attribution)
            try Self.note(connection, account, conversion, former: former, new: split.id, ids: ids, now: now)
            return split.id
        }
    }

    /// A contact whose latest attribution went with the submission falls back to the newest that is left.
    private static func repointLatest(
        _ connection: Connection, _ account: AccountID, _ id: ContactID, from moved: StoredAttribution?
    ) throws {
        guard let moved, try ContactStore.contact(connection, account, id)?.latest?.id == moved.id,
            let latest = try AttributionStore.newest(connection, account, of: id)
        else { return }
        try UndoStore.setLatest(connection, account, id, latest)
    }

    private static func note(
        _ connection: Connection, _ account: AccountID, _ conversion: Conversion, former: ContactID, new: ContactID,
        ids: IDSource, now: Milliseconds
    ) throws {
        func entry(_ event: TimelineEntry.Event, conversion: ConversionID? = nil) -> TimelineEntry {
            let id: Identifier<TimelineEntry> = ids.identifier(at: now)
            return TimelineEntry(id: id.rawValue, at: now, conversion: conversion, event: event)
        }
        try TimelineStore.insert(connection, account, former, [entry(.splitOff(to: new))])
        try TimelineStore.insert(connection, account, new, [entry(.splitFrom(former), conversion: conversion.id)])
    }
}

/// Why a submission cannot be taken back.
public enum UndoError: Error, Equatable, CustomStringConvertible {
    case onlySubmission
    /// The address was the contact's own, and nothing was matched.
    case linkClick

    public var description: String {
        switch self {
        case .onlySubmission: "This submission made the contact, there is nothing to split off."
        case .linkClick: "A click on a trigger link is no submission, there is nothing to split off."
        }
    }
}
