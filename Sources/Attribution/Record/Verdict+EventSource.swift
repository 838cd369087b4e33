extension Verdict {
    /// What `utmEventSource` says: who sent the visitor, and for a search whether the click was paid for.
    var eventSource: String? {
        switch source {
        case .direct: "direct"
        case .paidSearch: platform.map { "\($0.lowercased()) paid" }
        case .organicSearch: platform.map { "\($0.lowercased()) organic" }
        case .paidSocial, .socialMedia: platform
        case .referral, .others: referringHost
        case .crmUI, .crmWorkflows, .thirdParty: nil
        }
    }
}
