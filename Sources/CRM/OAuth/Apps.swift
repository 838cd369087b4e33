import Database

/// Apps: programs of others, which an administrator registers and lets into accounts.
public struct Apps: Sendable {
    let database: Database
    let ids: IDSource

    /// Registers an app; its secret, where it keeps one, is shown this once.
    ///
    /// - Throws: `AppError`.
    public func create(
        _ wish: AppWish, isConfidential: Bool, by actor: AuditActor, now: Milliseconds
    ) async throws -> (app: OAuthApp, secret: String?) {
        let wish = try wish.checked()
        let app = OAuthApp(
            id: ids.identifier(at: now), name: wish.name, redirectURIs: wish.redirectURIs, scopes: wish.scopes,
            isConfidential: isConfidential, createdAt: now)
        let secret = isConfidential ? AppSecrets.clientPrefix + ids.letters(43) : nil
        try await database.write { connection in
            try AppStore.insert(connection, app, secretHash: secret.map(Secret.hash))
            try Audit.note(connection, nil, .appCreated, app.name, by: actor, at: now)
        }
        return (app, secret)
    }

    public func all() async throws -> [OAuthApp] {
        try await database.read { try AppStore.all($0) }
    }

    /// - Throws: `NotFound.app`.
    public func app(_ id: AppID) async throws -> OAuthApp {
        try await database.read { connection in
            guard let app = try AppStore.app(connection, id) else { throw NotFound.app }
            return app
        }
    }

    /// Tokens that it has keep their scopes until they are renewed.
    ///
    /// - Throws: `AppError`, `NotFound.app`.
    public func change(_ id: AppID, _ wish: AppWish, by actor: AuditActor, now: Milliseconds) async throws {
        let wish = try wish.checked()
        try await database.write { connection in
            guard try AppStore.save(connection, id, wish) else { throw NotFound.app }
            try Audit.note(connection, nil, .appChanged, wish.name, by: actor, at: now)
        }
    }

    /// Another secret; the former one is good no more.
    ///
    /// - Throws: `NotFound.app`, also for an app that keeps no secret.
    public func renewSecret(_ id: AppID, by actor: AuditActor, now: Milliseconds) async throws -> String {
        let secret = AppSecrets.clientPrefix + ids.letters(43)
        try await database.write { connection in
            guard let app = try AppStore.app(connection, id),
                try AppStore.save(connection, id, secretHash: Secret.hash(secret))
            else { throw NotFound.app }
            try Audit.note(connection, nil, .appSecretRenewed, app.name, by: actor, at: now)
        }
        return secret
    }

    /// The app goes with everything it was given.
    ///
    /// - Throws: `NotFound.app`.
    public func delete(_ id: AppID, by actor: AuditActor, now: Milliseconds) async throws {
        try await database.write { connection in
            guard let app = try AppStore.app(connection, id), try AppStore.delete(connection, id) else {
                throw NotFound.app
            }
            try Audit.note(connection, nil, .appDeleted, app.name, by: actor, at: now)
        }
    }

    /// Where an app was let in.
    public func grants(of id: AppID) async throws -> [AppGrant] {
        try await database.read { try AppStore.grants($0, of: id) }
    }

    /// The apps that were let into an account, by itself or with all of them.
    public func grants(for account: AccountID) async throws -> [AppGrant] {
        try await database.read { try AppStore.grants($0, for: account) }
    }

    /// Puts an app out of an account, or with nil takes back that it was let into all of them; its tokens for it are good
    /// no more. An app that is let in nowhere has no good token left.
    ///
    /// - Throws: `NotFound.app`.
    public func disconnect(
        _ id: AppID, from account: AccountID?, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await database.write { connection in
            guard let app = try AppStore.app(connection, id), try AppStore.removeGrant(connection, id, account) else {
                throw NotFound.app
            }
            if try AppStore.grants(connection, of: id).isEmpty {
                try AppTokenStore.revoke(connection, of: id, now: now)
            } else {
                try AppTokenStore.revoke(connection, of: id, account, now: now)
            }
            try Audit.note(connection, account, .appDisconnected, app.name, by: actor, at: now)
        }
    }
}
