import CRM

/// A link of a dashboard as API clients read it; its address is not kept.
struct WireDashboardLink: Encodable {
    let id: String
    let dashboardId: String
    let name: String
    let createdAt: String
    let expiresAt: String
    let isGood: Bool

    init(_ link: DashboardLink, now: Milliseconds) {
        id = link.id.rawValue
        dashboardId = link.dashboard.rawValue
        name = link.name
        createdAt = link.createdAt.iso8601
        expiresAt = link.expiresAt.iso8601
        isGood = link.isGood(at: now)
    }
}

/// The links of a dashboard.
struct WireDashboardLinks: Encodable {
    let links: [WireDashboardLink]
}

/// A link that was just made, with the address that nobody can look up later.
struct WireNewDashboardLink: Encodable {
    let link: WireDashboardLink
    let url: String
}
