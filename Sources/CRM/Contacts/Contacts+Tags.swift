import Database

extension Contacts {
    /// The most contacts whose tags are changed in one go.
    public static let mostTagged = 500

    /// Changes the tags of one contact.
    ///
    /// - Throws: `NotFound.contact`.
    public func tag(
        _ account: AccountID, _ id: ContactID, _ change: TagChange, by maker: ContactMaker, now: Milliseconds
    ) async throws -> TagOutcome {
        guard let outcome = try await tag(account, [id], change, by: maker, now: now).first else {
            throw NotFound.contact
        }
        return outcome
    }

    /// Changes the tags of contacts, in the order of their ids; those that are not there are left out.
    public func tag(
        _ account: AccountID, _ ids: Set<ContactID>, _ change: TagChange, by maker: ContactMaker, now: Milliseconds
    ) async throws -> [TagOutcome] {
        try await write(account, by: maker, now: now) { pen in
            let drafts = try ContactStore.drafts(pen.connection, ids.map { Scoped(account, $0) })
            return try drafts.sorted { $0.key < $1.key }.map { key, stored in
                var draft = stored
                draft.tags = change.applied(to: stored.tags)
                if draft.changesTags {
                    draft.touch(now: now)
                    try pen.save(draft, ["Tags"])
                }
                return TagOutcome(contact: key.key, before: stored.tags, after: draft.tags)
            }
        }
    }
}
