extension Finding {
    /// The facts that a person can check.
    func evidence(in arrival: Arrival) -> [Evidence] {
        switch self {
        case .adTag: [parameter(.utmSource, of: arrival)]
        case .clickID(let id): [parameter(id, of: arrival)]
        case .taggedLink(let tag): [parameter(tag, of: arrival)] + referrer(of: arrival)
        case .paidOnNamedSite: [parameter(.utmMedium, of: arrival), parameter(.utmSource, of: arrival)]
        case .paidOnReferrer: [parameter(.utmMedium, of: arrival)] + referrer(of: arrival)
        case .namedSite:
            [parameter(.utmSource, of: arrival)]
                + (arrival.present.contains(.utmMedium) ? [parameter(.utmMedium, of: arrival)] : [])
        case .sharedLink(let id): [parameter(id, of: arrival), .absentReferrer]
        case .inAppBrowser(let app):
            [Evidence(kind: .userAgent, name: "user agent", value: app.marker.description), .absentReferrer]
        case .referrer: referrer(of: arrival)
        case .nothing: [.absentReferrer, .absentTags]
        case .unclaimedTag:
            arrival.firstPresent(Parameter.tags).map { [parameter($0, of: arrival), .absentReferrer] } ?? []
        case .ownRule: []
        }
    }

    /// The platform that sent the visitor, where it has a name.
    func platform(in arrival: Arrival) -> String? {
        switch self {
        case .adTag(let tag): tag.platform
        case .clickID(let id): id.platform
        case .taggedLink, .referrer, .paidOnReferrer: arrival.site?.name
        case .paidOnNamedSite, .namedSite: arrival.namedSite?.name
        case .sharedLink(let id): id.platform
        case .inAppBrowser(let app): app.platform
        case .nothing, .unclaimedTag, .ownRule: nil
        }
    }

    private func parameter(_ parameter: Parameter, of arrival: Arrival) -> Evidence {
        Evidence(kind: .parameter, name: parameter.key, value: arrival.query[parameter].map(FieldText.shortened))
    }

    private func referrer(of arrival: Arrival) -> [Evidence] {
        switch arrival.referrer {
        case .site(let host): [Evidence(kind: .host, name: "referrer", value: host.name)]
        case .app(let package): [Evidence(kind: .package, name: "referrer", value: package)]
        case nil: []
        }
    }
}
