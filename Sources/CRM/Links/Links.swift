import Database

/// An account's trigger links.
public struct Links: Sendable {
    let database: Database
    let ids: IDSource
    let shelf: BookShelf

    /// How many an account can have.
    public static let most = 1_000

    /// Every link, the newest first.
    public func all(_ account: AccountID) async throws -> [TriggerLink] {
        try await database.read { try LinkStore.all($0, account) }
    }

    /// - Throws: `NotFound.link`.
    public func link(_ account: AccountID, _ id: LinkID) async throws -> TriggerLink {
        try await database.read { connection in
            guard let link = try LinkStore.link(connection, account, id) else { throw NotFound.link }
            return link
        }
    }

    /// - Throws: `InvalidLink`.
    public func create(
        _ account: AccountID, name: String, target: String, by actor: AuditActor, now: Milliseconds
    ) async throws -> TriggerLink {
        let (name, target) = try Self.checked(name, target)
        let link = TriggerLink(
            id: ids.identifier(at: now), account: account, code: ids.letters(LinkToken.codeLength), name: name,
            target: target, createdAt: now, updatedAt: now)
        try await database.write { connection in
            guard try LinkStore.count(connection, account) < Self.most else { throw InvalidLink(problems: [.tooMany]) }
            try LinkStore.insert(connection, link)
            try Audit.note(connection, account, .linkCreated, link.id.rawValue, by: actor, at: now)
        }
        return link
    }

    /// Changes name and target; the addresses that were sent out stay good and lead to the new target.
    ///
    /// - Throws: `InvalidLink`, `NotFound.link`.
    public func update(
        _ account: AccountID, _ id: LinkID, name: String, target: String, by actor: AuditActor, now: Milliseconds
    ) async throws -> TriggerLink {
        let (name, target) = try Self.checked(name, target)
        return try await database.write { connection in
            guard try LinkStore.update(connection, account, id, name: name, target: target, now: now),
                let link = try LinkStore.link(connection, account, id)
            else { throw NotFound.link }
            try Audit.note(connection, account, .linkChanged, id.rawValue, by: actor, at: now)
            return link
        }
    }

    /// The addresses lead nowhere from now on; what was clicked stays.
    ///
    /// - Throws: `NotFound.link`.
    public func delete(_ account: AccountID, _ id: LinkID, by actor: AuditActor, now: Milliseconds) async throws {
        try await database.write { connection in
            guard try LinkStore.delete(connection, account, id, now: now) else { throw NotFound.link }
            try Audit.note(connection, account, .linkDeleted, id.rawValue, by: actor, at: now)
        }
    }

    /// What each link has brought; one that nobody opened is not in it.
    public func tallies(_ account: AccountID) async throws -> [LinkID: LinkTally] {
        try await database.read { try LinkClickStore.tallies($0, account) }
    }

    /// What an address of the link ends with for one contact: `/l/<token>`.
    public static func path(of link: TriggerLink, for contact: ContactID, of account: Account) -> String {
        "/l/" + LinkToken.text(of: link, for: contact, secret: account.formSecret)
    }

    private static func checked(_ name: String, _ target: String) throws(InvalidLink) -> (String, LinkTarget) {
        let name = name.trimmed
        var problems: [LinkProblem] = []
        if name.isEmpty || name.count > TriggerLink.longestName { problems.append(.name) }
        do {
            let target = try LinkTarget(target)
            if problems.isEmpty { return (name, target) }
        } catch {
            problems.append(error)
        }
        throw InvalidLink(problems: problems)
    }
}
