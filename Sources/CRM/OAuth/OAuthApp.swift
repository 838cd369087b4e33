/// A program of somebody else's that people let into their accounts (OAuth 2).
public struct OAuthApp: Sendable, Identifiable {
    /// What the program calls itself with: its client id.
    public let id: AppID
    public let name: String
    /// Where a browser may be sent back to, each to be met exactly.
    public let redirectURIs: [String]
    /// The most that it may ask for.
    public let scopes: Set<Token.Scope>
    /// Whether it can keep a secret; one that cannot proves itself with PKCE alone.
    public let isConfidential: Bool
    public let createdAt: Milliseconds
}

public typealias AppID = Identifier<OAuthApp>

/// An app as somebody wants it to be.
public struct AppWish: Sendable, Equatable {
    public var name: String
    public var redirectURIs: [String]
    public var scopes: Set<Token.Scope>

    public init(name: String, redirectURIs: [String], scopes: Set<Token.Scope>) {
        self.name = name
        self.redirectURIs = redirectURIs
        self.scopes = scopes
    }

    /// - Throws: `AppError`.
    func checked() throws -> AppWish {
        var wish = self
        wish.name = name.trimmed.cut(to: 100)
        guard !wish.name.isEmpty else { throw AppError.name }
        guard (1...20).contains(redirectURIs.count) else { throw AppError.redirectURIs }
        for uri in redirectURIs where !RedirectURI.isAllowed(uri) { throw AppError.redirectURI(uri) }
        guard !scopes.isEmpty else { throw AppError.scopes }
        return wish
    }
}

/// What can be wrong with an app.
public enum AppError: Error, Equatable, CustomStringConvertible {
    case name, redirectURIs, scopes
    case redirectURI(String)

    public var description: String {
        switch self {
        case .name: "An app needs a name."
        case .redirectURIs: "An app has 1 to 20 addresses to be sent back to."
        case .redirectURI(let uri):
            "“\(uri)” is no address to be sent back to: https, http on this machine only, or a scheme of its own with a "
                + "dot in it; no fragment."
        case .scopes: "Choose at least one thing that the app may ask for."
        }
    }
}
