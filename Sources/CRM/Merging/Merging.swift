import Attribution
import Database

/// Makes two contacts of one person into one, and takes that back.
public struct Merging: Sendable {
    let database: Database
    let ids: IDSource

    /// Merges a contact into another one, which keeps its id and its values and takes what it has not.
    ///
    /// The older First survives and the newer Latest counts. Submissions, visits, notes, tasks, opportunities and the lines
    /// of the timeline come along; what a later conversion adds stays when the merge is undone.
    ///
    /// - Throws: `MergeError`; `NotFound.contact`.
    public func merge(
        _ account: AccountID, _ merged: ContactID, into survivor: ContactID, by author: String, actor: AuditActor,
        now: Milliseconds
    ) async throws -> ContactMerge {
        guard merged != survivor else { throw MergeError.sameContact }
        let ids = ids
        // What is being captured for one of the two would write it back as it was.
        return try await database.write(.readCommitted) { connection in
            try CaptureLocks.keepOut(connection, account)
            let merge = try MergeTransaction(connection: connection, account: account, ids: ids, now: now)
                .merge(merged, into: survivor, by: author)
            try Audit.note(connection, account, .contactsMerged, merge.id.rawValue, by: actor, at: now)
            return merge
        }
    }

    /// Brings back the contact that a merge has taken away, with what came from it and is still where the merge put it.
    ///
    /// - Returns: the contact that is there again.
    /// - Throws: `MergeError`; `NotFound.merge`.
    public func undo(
        _ account: AccountID, _ id: MergeID, by author: String, actor: AuditActor, now: Milliseconds
    ) async throws -> ContactID {
        let ids = ids
        return try await database.write(.readCommitted) { connection in
            try CaptureLocks.keepOut(connection, account)
            let contact = try UnmergeTransaction(connection: connection, account: account, ids: ids, now: now)
                .undo(id, by: author)
            try Audit.note(connection, account, .mergeUndone, id.rawValue, by: actor, at: now)
            return contact
        }
    }

    /// The merges that a contact has grown by, newest first; at most a hundred.
    public func merges(_ account: AccountID, into survivor: ContactID) async throws -> [ContactMerge] {
        try await database.read { try MergeStore.merges($0, account, into: survivor) }
    }

    /// The contact that another one was merged into; nil when none was.
    public func successor(_ account: AccountID, of merged: ContactID) async throws -> ContactID? {
        try await database.read { try MergeStore.successor($0, account, of: merged) }
    }
}
