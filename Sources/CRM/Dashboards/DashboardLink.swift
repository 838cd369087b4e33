/// An address under which people without a sign-in see one dashboard, until it expires or is revoked.
///
/// Whoever has the address sees the figures. Its secret is not kept: only a hash of it is.
public struct DashboardLink: Sendable, Identifiable {
    public let id: DashboardLinkID
    public let dashboard: DashboardID
    /// Whom it is for, in the words of whoever made it.
    public let name: String
    public let createdAt: Milliseconds
    public let expiresAt: Milliseconds

    /// In characters.
    public static let longestName = 100
    /// In days.
    public static let longestLife = 366
    /// How many of a dashboard can be good at once.
    public static let most = 20
    /// In letters: 256 bits.
    static let secretLength = 43

    public func isGood(at now: Milliseconds) -> Bool { now < expiresAt }
}

public typealias DashboardLinkID = Identifier<DashboardLink>

/// What an address of a shared dashboard leads to.
public struct SharedDashboard: Sendable {
    public let account: Account
    public let dashboard: Dashboard
    public let link: DashboardLink
}
