/// What a known site is for.
public enum ReferrerKind: String, CaseIterable, Sendable, Codable {
    case search, social, video, ai, email, shopping, service

    /// Rule 5 counts a site where the public posts videos as a social site.
    var isSocial: Bool { self == .social || self == .video }
}
