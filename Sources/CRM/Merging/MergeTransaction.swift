import Attribution
import Database

/// A merge inside its transaction.
struct MergeTransaction {
    let connection: Connection
    let account: AccountID
    let ids: IDSource
    let now: Milliseconds

    func merge(_ merged: ContactID, into survivor: ContactID, by author: String) throws -> ContactMerge {
        let drafts = try ContactStore.drafts(connection, [Scoped(account, survivor), Scoped(account, merged)])
        guard let former = drafts[Scoped(account, survivor)], let going = drafts[Scoped(account, merged)] else {
            throw NotFound.contact
        }
        var staying = former
        let order = try order(of: staying, going)
        staying.absorb(going, firstIsOlder: order.firstIsOlder, latestIsNewer: order.latestIsNewer)
        staying.touch(now: now)

        let before = try MergeStore.values(connection, account, survivor)
        let own = try MergeStore.own(connection, account, merged)
        let moved = try MergeStore.moveHistory(connection, account, from: merged, to: survivor)
        let followers = try MergeStore.addFollowers(connection, account, of: merged, to: survivor)
        try MergeStore.remove(connection, account, merged)
        try ContactStore.save(connection, drafts: [(account, staying)], now: now)

        let merge = ContactMerge(
            id: ids.identifier(at: now), survivor: survivor, merged: merged, mergedName: going.contact.displayName,
            at: now, author: author, undoneAt: nil)
        let undo = MergeUndo(
            own: own, moved: moved, before: before, after: try MergeStore.values(connection, account, survivor),
            tags: staying.tags.subtracting(former.tags).sorted(),
            emails: staying.additionalEmails.subtracting(former.additionalEmails).sorted(),
            custom: staying.custom.filter { former.custom[$0.key] == nil }
                .reduce(into: [:]) { $0[$1.key.rawValue] = $1.value },
            followers: followers)
        try MergeStore.insert(connection, account, merge, undo)
        try note(merge)
        return merge
    }

    private func order(
        of staying: ContactDraft, _ going: ContactDraft
    ) throws -> (firstIsOlder: Bool, latestIsNewer: Bool) {
        let summaries = [staying.contact.first, staying.contact.latest, going.contact.first, going.contact.latest]
        let stored = try AttributionStore.attributions(connection, account, summaries.compactMap { $0?.id })
        func time(_ summary: AttributionSummary?) -> Milliseconds? {
            summary.flatMap { stored[$0.id]?.record.createdAt }
        }
        return (
            (time(going.contact.first) ?? .max) < (time(staying.contact.first) ?? .max),
            (time(going.contact.latest) ?? .min) > (time(staying.contact.latest) ?? .min)
        )
    }

    private func note(_ merge: ContactMerge) throws {
        let entry: Identifier<TimelineEntry> = ids.identifier(at: now)
        let event = TimelineEntry.Event.merged(
            merge.id, contact: merge.merged, name: merge.mergedName, by: merge.author)
        try TimelineStore.insert(
            connection, account, merge.survivor,
            [TimelineEntry(id: entry.rawValue, at: now, conversion: nil, event: event)])
        let gone = merge.merged
        try Outbox.note(
            connection, [OutboxEvent(account, .contactDelete, object: gone.rawValue, contact: gone, at: now)])
    }
}
