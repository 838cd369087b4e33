import CRM

/// The pages beside one another in the reports.
enum ReportTab: CaseIterable {
    case attribution, google, facebook, costs, links

    var label: String {
        switch self {
        case .attribution: "Attribution"
        case .google: AdPlatform.google.name
        case .facebook: AdPlatform.facebook.name
        case .costs: "Ad costs"
        case .links: "Tagged links"
        }
    }

    func href(_ paths: AccountPaths) -> String {
        switch self {
        case .attribution: paths.reports
        case .google: paths.ads(.google)
        case .facebook: paths.ads(.facebook)
        case .costs: paths.adCosts
        case .links: paths.adLinks
        }
    }

    /// The row of tabs with this one current.
    func links(_ paths: AccountPaths) -> [Link] {
        Self.allCases.map { Link($0.label, $0.href(paths), current: $0 == self) }
    }
}

extension AdPlatform {
    var tab: ReportTab { self == .google ? .google : .facebook }
}
