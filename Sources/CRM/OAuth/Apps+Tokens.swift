import Database
import Foundation

/// How an app says who it is.
public struct AppCredentials: Sendable {
    public let id: AppID
    public let secret: String?

    public init(id: AppID, secret: String?) {
        self.id = id
        self.secret = secret
    }
}

extension Apps {
    /// Notes a consent and makes the code that the browser brings back to the app.
    ///
    /// Tokens that may do more than this consent allows are good no more where it holds.
    ///
    /// - Throws: `NotFound.app`.
    public func authorize(_ consent: AppConsent, now: Milliseconds) async throws -> String {
        let code = AppSecrets.codePrefix + ids.letters(43)
        let family = ids.letters(22)
        let grants = consent.accounts.grants.map { (account: $0, id: ids.letters(22)) }
        // Two consents of one app at the same moment: the later one sees what the former has written.
        try await database.write(.readCommitted) { connection in
            guard try AppStore.lock(connection, consent.app), let app = try AppStore.app(connection, consent.app) else {
                throw NotFound.app
            }
            for grant in grants {
                try AppStore.grant(connection, app.id, grant.account, consent, id: grant.id, now: now)
                try Audit.note(
                    connection, grant.account, .appAuthorized, app.name, by: .user(consent.user), at: now)
            }
            try AppTokenStore.revokeStranded(connection, of: app.id, now: now)
            try AppStore.insertCode(connection, consent, hash: Secret.hash(code), family: family, now: now)
        }
        return code
    }

    /// Exchanges a code. A code that comes a second time takes back all that was given for it the first time.
    ///
    /// - Parameters:
    ///   - redirectURI: must be the one that the code was sent to; nil where the app has no other.
    ///   - verifier: what the challenge was made of.
    public func exchange(
        code: String, redirectURI: String?, verifier: String?, by credentials: AppCredentials, now: Milliseconds
    ) async throws -> Result<IssuedTokens, TokenRefusal> {
        let hash = Secret.hash(code)
        let secrets = NewSecrets(ids, now: now)
        return try await database.write { connection in
            guard let app = try Self.authenticate(connection, credentials) else { return .failure(.invalidClient) }
            guard let code = try AppStore.code(connection, hash: hash), code.consent.app == app.id else {
                return .failure(.invalidGrant)
            }
            guard !code.isUsed else {
                try AppTokenStore.revoke(connection, family: code.family, now: now)
                return .failure(.invalidGrant)
            }
            guard now < code.expiresAt, Self.isSame(redirectURI, code.consent.redirectURI, app),
                PKCE.fits(verifier, code.consent.challenge), app.isConfidential || code.consent.challenge != nil
            else { return .failure(.invalidGrant) }
            try AppStore.useCode(connection, hash: hash, now: now)
            let account = code.consent.accounts.single
            return try Self.issue(
                connection, app, account, user: code.consent.user, scopes: code.consent.scopes, family: code.family,
                secrets, now: now)
        }
    }

    /// Exchanges a refresh token for new ones. One that was exchanged before takes back the whole family: either the app or
    /// somebody else holds a copy (RFC 9700, section 4.14.2).
    public func refresh(
        _ token: String, by credentials: AppCredentials, now: Milliseconds
    ) async throws -> Result<IssuedTokens, TokenRefusal> {
        let hash = Secret.hash(token)
        let secrets = NewSecrets(ids, now: now)
        return try await database.write { connection in
            guard let app = try Self.authenticate(connection, credentials) else { return .failure(.invalidClient) }
            guard let stored = try AppTokenStore.stored(connection, hash: hash), stored.kind == .refresh,
                stored.app == app.id
            else { return .failure(.invalidGrant) }
            guard !stored.isUsed else {
                try AppTokenStore.revoke(connection, family: stored.family, now: now)
                return .failure(.invalidGrant)
            }
            guard !stored.isRevoked, now < stored.expiresAt else { return .failure(.invalidGrant) }
            try AppTokenStore.spend(connection, hash: hash, now: now)
            return try Self.issue(
                connection, app, stored.account, user: stored.user, scopes: stored.scopes.intersection(app.scopes),
                family: stored.family, secrets, now: now)
        }
    }

    /// Makes an access token of one account from one of the agency; it has no refresh token, and goes with its family.
    ///
    /// - Throws: `NotFound.account`.
    public func locationToken(
        for locationID: String, from agencyToken: String, now: Milliseconds
    ) async throws -> Result<IssuedTokens, TokenRefusal> {
        let secrets = NewSecrets(ids, now: now)
        return try await database.write { connection in
            guard let stored = try AppTokenStore.stored(connection, hash: Secret.hash(agencyToken)),
                stored.kind == .access, stored.account == nil, !stored.isRevoked, now < stored.expiresAt,
                let reach = try AppTokenStore.reach(connection, stored.app, nil, stored.scopes)
            else { return .failure(.unauthorizedClient) }
            guard let account = try AccountStore.account(connection, locationID: locationID), reach.holds(account.id)
            else { throw NotFound.account }
            try AppTokenStore.insert(
                connection,
                AppTokenStore.Stored(
                    kind: .access, family: stored.family, app: stored.app, account: account.id, user: stored.user,
                    scopes: stored.scopes, expiresAt: now + AppSecrets.accessLength),
                id: secrets.accessID, hash: Secret.hash(secrets.access), now: now)
            return .success(
                IssuedTokens(
                    access: secrets.access, refresh: nil, seconds: Int(AppSecrets.accessLength / .second),
                    scopes: stored.scopes, account: account, accounts: nil,
                    companyID: try AgencyStore.companyID(connection, new: secrets.companyID), user: stored.user))
        }
    }

    /// Takes back a token (RFC 7009): a refresh token with its family, an access token alone. A token that is not there,
    /// or somebody else's, is none of the asker's business: nothing happens.
    ///
    /// - Returns: false when the app is not who it says.
    public func revoke(_ token: String, by credentials: AppCredentials, now: Milliseconds) async throws -> Bool {
        let hash = Secret.hash(token)
        return try await database.write { connection in
            guard let app = try Self.authenticate(connection, credentials) else { return false }
            guard let stored = try AppTokenStore.stored(connection, hash: hash), stored.app == app.id else {
                return true
            }
            switch stored.kind {
            case .access: try AppTokenStore.revoke(connection, hash: hash, now: now)
            case .refresh: try AppTokenStore.revoke(connection, family: stored.family, now: now)
            }
            return true
        }
    }

    /// What programs call the whole installation.
    public func companyID() async throws -> String {
        let new = ids.letters(20)
        if let found = try await database.read({ try AgencyStore.companyID($0) }) { return found }
        return try await database.write { try AgencyStore.companyID($0, new: new) }
    }

    /// With a single registered address there is nothing that an absent one could hide.
    private static func isSame(_ redirectURI: String?, _ used: String, _ app: OAuthApp) -> Bool {
        redirectURI.map { $0 == used } ?? (app.redirectURIs == [used])
    }

    /// An app that keeps a secret has to show it; one that keeps none must not show any.
    private static func authenticate(_ connection: Connection, _ credentials: AppCredentials) throws -> OAuthApp? {
        guard let app = try AppStore.app(connection, credentials.id) else { return nil }
        let expected = try AppStore.secretHash(connection, app.id)
        switch (credentials.secret, expected) {
        case (nil, nil): return app
        case (let secret?, let expected?):
            return Secret.equal(Data(Secret.hash(secret)), Data(expected)) ? app : nil
        default: return nil
        }
    }

    /// Secrets are chosen before the transaction, which may run twice.
    private struct NewSecrets: Sendable {
        let access: String
        let accessID: TokenID
        let refresh: String
        let refreshID: TokenID
        let companyID: String

        init(_ ids: IDSource, now: Milliseconds) {
            access = AppSecrets.accessPrefix + ids.letters(43)
            accessID = ids.identifier(at: now)
            refresh = AppSecrets.refreshPrefix + ids.letters(43)
            refreshID = ids.identifier(at: now)
            companyID = ids.letters(20)
        }
    }

    private static func issue(
        _ connection: Connection, _ app: OAuthApp, _ account: AccountID?, user: UserID, scopes: Set<Token.Scope>,
        family: String, _ secrets: NewSecrets, now: Milliseconds
    ) throws -> Result<IssuedTokens, TokenRefusal> {
        // Put out of the account meanwhile, or the account is gone.
        guard let reach = try AppTokenStore.reach(connection, app.id, account, scopes) else {
            return .failure(.invalidGrant)
        }
        func stored(_ kind: AppTokenStore.Kind, for length: Milliseconds) -> AppTokenStore.Stored {
            AppTokenStore.Stored(
                kind: kind, family: family, app: app.id, account: account, user: user, scopes: scopes,
                expiresAt: now + length)
        }
        try AppTokenStore.insert(
            connection, stored(.access, for: AppSecrets.accessLength), id: secrets.accessID,
            hash: Secret.hash(secrets.access), now: now)
        try AppTokenStore.insert(
            connection, stored(.refresh, for: AppSecrets.refreshLength), id: secrets.refreshID,
            hash: Secret.hash(secrets.refresh), now: now)
        var accounts: [Account]?
        if case .accounts(let list) = reach {
            accounts = try list.sorted { $0.rawValue < $1.rawValue }.map { try AccountStore.account(connection, $0) }
        }
        return .success(
            IssuedTokens(
                access: secrets.access, refresh: secrets.refresh, seconds: Int(AppSecrets.accessLength / .second),
                scopes: scopes, account: try account.map { try AccountStore.account(connection, $0) },
                accounts: accounts, companyID: try AgencyStore.companyID(connection, new: secrets.companyID),
                user: user))
    }
}
