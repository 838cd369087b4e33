import Attribution

/// What a condition looks at, without the key of a parameter: an option of the editor.
enum RuleSubject: String, CaseIterable {
    case parameter, referrerHost, landingHost, landingPath, userAgent

    init(_ subject: OwnCondition.Subject) {
        switch subject {
        case .parameter: self = .parameter
        case .referrerHost: self = .referrerHost
        case .landingHost: self = .landingHost
        case .landingPath: self = .landingPath
        case .userAgent: self = .userAgent
        }
    }

    var label: String {
        switch self {
        case .parameter: "URL parameter"
        case .referrerHost: "Referrer host"
        case .landingHost: "Landing host"
        case .landingPath: "Path of the landing page"
        case .userAgent: "User agent"
        }
    }

    /// A value that somebody might compare with.
    var example: String {
        switch self {
        case .parameter: "podcast"
        case .referrerHost: "open.spotify.com"
        case .landingHost: "www.example.com"
        case .landingPath: "/qr/"
        case .userAgent: "Instagram"
        }
    }

    func subject(key: String) -> OwnCondition.Subject {
        switch self {
        case .parameter: .parameter(key)
        case .referrerHost: .referrerHost
        case .landingHost: .landingHost
        case .landingPath: .landingPath
        case .userAgent: .userAgent
        }
    }
}
