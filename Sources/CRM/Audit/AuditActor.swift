import Database

/// Who did what the audit log tells of.
public enum AuditActor: Sendable, Equatable {
    /// Somebody who has signed in to the console. The log holds the id; the e-mail address is looked up when it is read.
    case user(UserID)
    case token(TokenID, name: String)
    case app(AppID, name: String)
    /// Whoever may run commands on the machine of the server.
    case command
    /// Nobody asked for it: the server does it by itself.
    case server

    enum Kind: String, Sendable, SQLConvertible {
        case user, token, app, command, server
    }

    var kind: Kind {
        switch self {
        case .user: .user
        case .token: .token
        case .app: .app
        case .command: .command
        case .server: .server
        }
    }

    var id: String? {
        switch self {
        case .user(let id): id.rawValue
        case .token(let id, _): id.rawValue
        case .app(let id, _): id.rawValue
        case .command, .server: nil
        }
    }

    /// A name that is nobody's: those of people are not written down.
    var name: String? {
        switch self {
        case .token(_, let name), .app(_, let name): name
        case .user, .command, .server: nil
        }
    }

    init(kind: Kind, id: String?, name: String?) {
        self =
            switch kind {
            case .user: .user(UserID(rawValue: id ?? ""))
            case .token: .token(TokenID(rawValue: id ?? ""), name: name ?? "")
            case .app: .app(AppID(rawValue: id ?? ""), name: name ?? "")
            case .command: .command
            case .server: .server
            }
    }
}
