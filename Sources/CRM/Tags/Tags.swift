import Database

/// The tags of an account, each with an id.
///
/// Contacts carry their tags as texts, so that taking in a form costs no look-up here: a tag enters the list when
/// somebody makes it, or when the list is read and contacts have it already.
public struct Tags: Sendable {
    let database: Database
    let ids: IDSource

    /// How many tags are listed.
    public static let most = 10_000
    /// How many contacts are written in one transaction.
    private static let chunk = 500

    /// Every tag of the account, by name.
    public func all(_ account: AccountID, now: Milliseconds) async throws -> [Tag] {
        try await finishRenamings(account, now: now)
        let (listed, used) = try await database.read { connection in
            (try TagStore.all(connection, account), try TagStore.used(connection, account))
        }
        let names = Set(listed.map(\.name))
        let missing = used.filter { !names.contains($0) }.map { Tag(id: ids.identifier(at: now), name: $0) }
        guard !missing.isEmpty, listed.count < Self.most else { return listed }
        try await database.write { try TagStore.insert($0, account, missing) }
        return try await database.read { try TagStore.all($0, account) }
    }

    /// - Throws: `NotFound.tag`.
    public func tag(_ account: AccountID, _ id: TagID) async throws -> Tag {
        try await database.read { try Self.tag($0, account, id) }
    }

    /// How many contacts have each of some tags, counted up to `ceiling`.
    public func counts(_ account: AccountID, _ tags: [Tag], ceiling: Int) async throws -> [TagID: Int] {
        try await database.read { connection in
            var counts: [TagID: Int] = [:]
            for tag in tags {
                counts[tag.id] = try TagStore.count(connection, account, tag.name, ceiling: ceiling)
            }
            return counts
        }
    }

    /// - Throws: `TagError`.
    public func create(
        _ account: AccountID, name: String, by actor: AuditActor, now: Milliseconds
    ) async throws -> Tag {
        let tag = Tag(id: ids.identifier(at: now), name: try Self.checked(name))
        try await database.write { connection in
            try Self.checkFree(connection, account, tag.name)
            guard try TagStore.all(connection, account).count < Self.most else { throw TagError.tooMany }
            try TagStore.insert(connection, account, [tag])
            try Audit.note(connection, account, .tagCreated, tag.id.rawValue, by: actor, at: now)
        }
        return tag
    }

    /// Gives a tag another name, on every contact that has it. What is cut short goes on when the list is read again.
    ///
    /// - Throws: `NotFound.tag`, `TagError`.
    public func rename(
        _ account: AccountID, _ id: TagID, to name: String, by actor: AuditActor, now: Milliseconds
    ) async throws -> Tag {
        let tag = Tag(id: id, name: try Self.checked(name))
        try await finishRenamings(account, now: now)
        try await database.write { connection in
            let old = try Self.tag(connection, account, id)
            guard old.name != tag.name else { return }
            try Self.checkFree(connection, account, tag.name)
            try TagStore.rename(connection, account, tag)
            try Audit.note(connection, account, .tagChanged, id.rawValue, by: actor, at: now)
        }
        try await finishRenamings(account, now: now)
        return tag
    }

    /// Deletes a tag and takes it off every contact.
    ///
    /// - Throws: `NotFound.tag`.
    public func delete(_ account: AccountID, _ id: TagID, by actor: AuditActor, now: Milliseconds) async throws {
        let tag = try await tag(account, id)
        try await replace(account, tag.name, by: nil, now: now) { connection in
            try TagStore.delete(connection, account, id)
            try Audit.note(connection, account, .tagDeleted, id.rawValue, by: actor, at: now)
        }
    }

    private func finishRenamings(_ account: AccountID, now: Milliseconds) async throws {
        for (tag, former) in try await database.read({ try TagStore.renamings($0, account) }) {
            try await replace(account, former, by: tag.name, now: now) { connection in
                try TagStore.endRenaming(connection, account, tag.id)
            }
        }
    }

    /// Takes a tag off every contact that has it, some at a time, and puts another one in its place.
    ///
    /// - Parameter finish: runs in the transaction that leaves no contact with it.
    private func replace(
        _ account: AccountID, _ name: String, by other: String?, now: Milliseconds,
        finish: @escaping @Sendable (Connection) throws -> Void
    ) async throws {
        var hasMore = true
        while hasMore {
            // Read committed: the contacts are locked before what they carry is read.
            hasMore = try await database.write(.readCommitted) { connection in
                let found = try TagStore.contacts(connection, account, tagged: name, limit: Self.chunk)
                var drafts = try ContactStore.drafts(connection, found.map { Scoped(account, $0) })
                for key in Array(drafts.keys) { drafts[key]?.replace(tag: name, by: other, now: now) }
                try ContactStore.save(
                    connection, drafts: drafts.sorted { $0.key < $1.key }.map { (account, $0.value) }, now: now)
                if found.count < Self.chunk { try finish(connection) }
                return found.count == Self.chunk
            }
        }
    }

    private static func tag(_ connection: Connection, _ account: AccountID, _ id: TagID) throws -> Tag {
        guard let tag = try TagStore.tag(connection, account, id) else { throw NotFound.tag }
        return tag
    }

    private static func checkFree(_ connection: Connection, _ account: AccountID, _ name: String) throws {
        let isListed = try TagStore.tag(connection, account, named: name) != nil
        let isUsed = try TagStore.count(connection, account, name, ceiling: 1) > 0
        if isListed || isUsed { throw TagError.taken(name: name) }
    }

    private static func checked(_ name: String) throws(TagError) -> String {
        let name = name.trimmed
        guard !name.isEmpty, name.count <= Tag.longestName else { throw .name }
        return name
    }
}

extension ContactDraft {
    fileprivate mutating func replace(tag: String, by other: String?, now: Milliseconds) {
        guard tags.remove(tag) != nil else { return }
        if let other { tags.insert(other) }
        touch(now: now)
    }
}
