import Database

/// The undoing of a merge inside its transaction.
struct UnmergeTransaction {
    let connection: Connection
    let account: AccountID
    let ids: IDSource
    let now: Milliseconds

    func undo(_ id: MergeID, by author: String) throws -> ContactID {
        guard let (merge, undo) = try MergeStore.merge(connection, account, id) else { throw NotFound.merge }
        guard let undo else { throw MergeError.undone }
        guard try ContactStore.lock(connection, account, merge.survivor) else { throw NotFound.merge }
        // What the later merge keeps of the contact holds the values that this one gave it.
        guard try !cameWithLaterMerge(merge) else { throw MergeError.mergedSince }
        try MergeStore.restoreOwn(connection, account, undo.own)
        try MergeStore.moveBack(connection, account, undo.moved, from: merge.survivor, to: merge.merged)
        try giveBack(undo, merge.survivor)
        try MergeStore.markUndone(connection, account, id, at: now)
        try note(merge, by: author)
        return merge.merged
    }

    private func cameWithLaterMerge(_ merge: ContactMerge) throws -> Bool {
        try MergeStore.merges(connection, account, into: merge.survivor).contains { other in
            guard other.id != merge.id, other.undoneAt == nil,
                let undo = try MergeStore.merge(connection, account, other.id)?.undo
            else { return false }
            return (undo.moved["contact_merges"] ?? []).contains { $0.values == [.text(merge.id.rawValue)] }
        }
    }

    /// The one that stayed loses what it got from the other, as far as nobody has changed it since.
    private func giveBack(_ undo: MergeUndo, _ survivor: ContactID) throws {
        let current = try MergeStore.values(connection, account, survivor)
        let changed = ContactTable.values.indices.filter { index in
            current.values[index] == undo.after.values[index] && undo.before.values[index] != undo.after.values[index]
        }
        let columns = changed.map { (ContactTable.values[$0], undo.before.sql[$0]) }
            .filter { $0.0 != "updated_at" }
        try MergeStore.set(connection, account, survivor, columns)
        try MergeStore.removeFollowers(connection, account, survivor, undo.followers)
        guard var draft = try ContactStore.drafts(connection, [Scoped(account, survivor)]).values.first else { return }
        draft.tags.subtract(undo.tags)
        draft.additionalEmails.subtract(undo.emails)
        for (field, value) in undo.custom where draft.custom[FieldID(rawValue: field)] == value {
            draft.custom[FieldID(rawValue: field)] = nil
        }
        draft.touch(now: now)
        try ContactStore.save(connection, drafts: [(account, draft)], now: now)
        try MergeStore.renewTerms(connection, account, draft)
    }

    private func note(_ merge: ContactMerge, by author: String) throws {
        func line(_ event: TimelineEntry.Event) -> TimelineEntry {
            let id: Identifier<TimelineEntry> = ids.identifier(at: now)
            return TimelineEntry(id: id.rawValue, at: now, conversion: nil, event: event)
        }
        try TimelineStore.insert(
            connection, account, merge.survivor, [line(.unmerged(contact: merge.merged, by: author))])
        try TimelineStore.insert(
            connection, account, merge.merged, [line(.unmerged(contact: merge.survivor, by: author))])
        let back = merge.merged
        try Outbox.note(
            connection, [OutboxEvent(account, .contactCreate, object: back.rawValue, contact: back, at: now)])
    }
}
