extension Verdict {
    /// The verdict and its reason in one sentence, for someone who knows no code.
    public var sentence: String {
        let finer = subLabel.map { " (\($0))" } ?? ""
        return "\(source.label)\(finer), because \(reason)."
    }

    /// What speaks for the source, to be read after "because".
    var reason: String {
        if rule.isOwn { return ownReason }
        guard let first = evidence.first else { return "rule \(rule.number) applies (\(rule.name))" }
        if let reason = extendedReason(first) { return reason }
        switch first.kind {
        case .parameter: return parameterReason(first)
        case .host, .package: return "the visitor came from \(sender(first))\(whatItIs)"
        case .userAgent: return "the page was opened inside an app (\(first.value ?? first.name))"
        case .landing: return "\(first.name) is “\(first.value ?? "")”"
        case .absence: return "the landing had no referring site and no campaign tag"
        case .interaction: return interactionReason(first)
        }
    }

    private func parameterReason(_ parameter: Evidence) -> String {
        let value = parameter.value.map(Note.quoted) ?? ""
        if source == .others {
            return "the landing was tagged (\(parameter.name) \(value)) without a referring site, and no rule covers it"
        }
        if let host = evidence.first(where: { $0.kind == .host || $0.kind == .package }) {
            return "a tagged link (\(parameter.name) \(value)) was clicked on \(sender(host))"
        }
        if parameter.name == Parameter.utmSource.key {
            return "the landing was tagged as \(platformed("ad")) (\(parameter.name) \(value))"
        }
        return "the landing carried \(platformed("click ID")) (\(parameter.name))"
    }

    private func interactionReason(_ interaction: Evidence) -> String {
        switch interaction.name {
        case "call": "the contact called"
        case "sms": "the contact came by text message"
        case "email": "the contact came by e-mail"
        case "manual": "the contact was created by hand"
        case "workflow": "a workflow created or changed the contact"
        case "api": "the contact was created through the API"
        case "integration": "the contact was created through an integration"
        case "csv_import": "the contact was imported from a file"
        case "trigger_link": "a tracked link was clicked whose target carries no ad tag"
        default: messageReason
        }
    }

    private var messageReason: String {
        let message = "the contact sent \(platformed("message"))"
        guard let ad = evidence.first(where: { $0.kind == .parameter }) else { return message }
        return "\(message) that answers an ad (\(ad.name))"
    }

    /// "Facebook (m.facebook.com)", or the bare host of a site without a name.
    private func sender(_ referrer: Evidence) -> String {
        let host = referrer.value ?? ""
        return platform.map { "\($0) (\(host))" } ?? host
    }

    private var whatItIs: String {
        switch source {
        case .socialMedia: ", a social or video site"
        case .organicSearch: ", a search engine"
        case .referral: ", another website"
        default: ""
        }
    }

    /// "a Google ad", "an Instagram message".
    func platformed(_ noun: String) -> String {
        let thing = platform.map { "\($0) \(noun)" } ?? noun
        // X is spoken "ex".
        let isVowel = thing.first.map { "AEIOUXaeiou".contains($0) } ?? false
        return "\(isVowel ? "an" : "a") \(thing)"
    }
}
