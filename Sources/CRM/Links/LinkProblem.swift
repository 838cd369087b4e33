/// What keeps a trigger link from being saved.
public enum LinkProblem: Error, Sendable, Equatable, CaseIterable {
    case name
    case noWebAddress
    case tooLong
    case character
    case fieldInAddress
    case credentials
    case host
    case port
    case tooMany

    public var message: String {
        switch self {
        case .name: "A link needs a name of at most \(TriggerLink.longestName) characters."
        case .noWebAddress: "The target must be a whole address that begins with https:// or http://."
        case .tooLong: "The target can have at most \(LinkTarget.longest) bytes."
        case .character: "The target holds a space, a backslash or a character that cannot be seen."
        case .fieldInAddress:
            "A merge field cannot stand before the path of the target: whoever fills it in would decide where the link leads."
        case .credentials: "The target cannot hold a user name or a password."
        case .host: "The host of the target is none."
        case .port: "The port of the target must be a number from 1 to 65535."
        case .tooMany: "An account can have at most \(Links.most) links."
        }
    }
}

/// Everything that keeps a trigger link from being saved.
public struct InvalidLink: Error, Sendable, Equatable {
    public let problems: [LinkProblem]
}

extension TriggerLink {
    /// In characters.
    public static let longestName = 200
}
