import Attribution

/// A contact as HighLevel's API lists it, made into what an import reads.
struct HighLevelContact {
    let value: ImportValue

    /// What both call the same.
    private static let plain = [
        "firstName", "lastName", "name", "email", "phone", "address1", "city", "state", "postalCode", "country",
        "companyName", "website", "timezone", "source", "dateAdded",
    ]

    /// The names that the API gives to fields of an attribution in its list `attributions`, besides their own.
    private static let prefixed: [(name: String, field: AttributionField)] = [
        ("utmSessionSource", .sessionSource), ("utmCampaignId", .campaignID), ("utmGclid", .gclid),
        ("utmFbclid", .fbclid), ("utmMsclkid", .msclkid), ("utmAdId", .adID), ("utmAdGroupId", .adGroupID),
    ]

    /// - Parameter keys: the key here of each custom field there, by its id.
    func line(keys: [String: String]) -> ImportValue {
        var members: [String: ImportValue] = [:]
        for name in Self.plain { members[name] = value[name]?.text.map { .text($0) } }
        if members["name"] == nil { members["name"] = value["contactName"] }
        members["tags"] = value["tags"].map { .array($0.elements.compactMap { $0.text.map { .text($0) } }) }
        let emails = (value["additionalEmails"]?.elements ?? []).compactMap { $0.text ?? $0["email"]?.text }
        if !emails.isEmpty { members["additionalEmails"] = .array(emails.map { .text($0) }) }
        members["customFields"] = .object(custom(keys))
        members["attributionSource"] = attribution("attributionSource", flag: "isFirst")
        members["lastAttributionSource"] = attribution("lastAttributionSource", flag: "isLast")
        return .object(members)
    }

    private func custom(_ keys: [String: String]) -> [String: ImportValue] {
        var custom: [String: ImportValue] = [:]
        for entry in value["customFields"]?.elements ?? [] {
            guard let id = entry["id"]?.text, let key = keys[id] else { continue }
            custom[key] = entry["value"] ?? entry["fieldValue"]
        }
        return custom
    }

    /// First or Latest, from its own object where there is one, else from the list.
    private func attribution(_ name: String, flag: String) -> ImportValue? {
        if let own = value[name], let known = Self.known(in: own) { return known }
        let listed = value["attributions"]?.elements.first { $0[flag]?.text == "true" }
        return listed.flatMap(Self.known)
    }

    private static func known(in attribution: ImportValue) -> ImportValue? {
        var members: [String: ImportValue] = [:]
        for field in AttributionField.allCases { members[field.apiName] = filled(attribution[field.apiName]) }
        for (name, field) in prefixed where members[field.apiName] == nil {
            members[field.apiName] = filled(attribution[name])
        }
        // A source that is none of the ten is better left to the rules than refused.
        let source = AttributionField.sessionSource.apiName
        if let text = members[source]?.text, Source(spelling: text) == nil { members[source] = nil }
        return members.isEmpty ? nil : .object(members)
    }

    private static func filled(_ value: ImportValue?) -> ImportValue? {
        value?.text?.trimmed.nonEmpty.map { .text($0) }
    }
}
