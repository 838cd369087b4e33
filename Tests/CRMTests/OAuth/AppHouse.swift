import CRM
import Crypto
import Foundation
import Testing

/// A house with two accounts, an administrator and an app that knows how to ask.
struct AppHouse {
    let house: House
    let one: Account
    let two: Account
    let user = UserID(rawValue: "ana")
    let app: OAuthApp
    let secret: String?

    static let callback = "https://app.example/back"
    static let verifier = String(repeating: "verifier-", count: 6)

    var apps: Apps { house.crm.apps }
    var credentials: AppCredentials { AppCredentials(id: app.id, secret: secret) }

    init(isConfidential: Bool = true, redirectURIs: [String] = [callback]) async throws {
        house = try await House()
        one = try await house.crm.accounts.create(name: "Clinic", domains: [], now: .start)
        two = try await house.crm.accounts.create(name: "Spa", domains: [], now: .start)
        (app, secret) = try await house.crm.apps.create(
            AppWish(name: "Connector", redirectURIs: redirectURIs, scopes: [.readContacts, .writeApps, .readApps]),
            isConfidential: isConfidential, by: .command, now: .start)
    }

    static var challenge: String {
        Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    func consent(
        _ accounts: AppConsent.Accounts, scopes: Set<Token.Scope> = [.readContacts, .writeApps, .readApps],
        challenge: String? = AppHouse.challenge
    ) -> AppConsent {
        AppConsent(
            app: app.id, user: user, accounts: accounts, scopes: scopes, redirectURI: Self.callback,
            challenge: challenge)
    }

    func code(_ accounts: AppConsent.Accounts? = nil, at moment: Milliseconds = .start) async throws -> String {
        try await apps.authorize(consent(accounts ?? .chosen([one.id])), now: moment)
    }

    func exchange(
        _ code: String, verifier: String? = AppHouse.verifier, redirectURI: String? = AppHouse.callback,
        by credentials: AppCredentials? = nil, now: Milliseconds = .start + .second
    ) async throws -> Result<IssuedTokens, TokenRefusal> {
        try await apps.exchange(
            code: code, redirectURI: redirectURI, verifier: verifier, by: credentials ?? self.credentials, now: now)
    }

    /// Tokens as a well-behaved app has them.
    func tokens(_ accounts: AppConsent.Accounts? = nil) async throws -> IssuedTokens {
        try await exchange(code(accounts)).get()
    }

    func opens(_ secret: String, now: Milliseconds = .start + .minute) async throws -> Token? {
        try await house.crm.tokens.token(secret: secret, now: now)
    }
}
