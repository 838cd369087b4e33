extension Verdict {
    /// An own rule, and what its conditions found.
    var ownReason: String {
        let rule = "your rule “\(rule.name)” applies"
        return evidence.isEmpty ? rule : "\(rule): \(evidence.map(\.fact).joined(separator: " and "))"
    }

    /// What the rules say that only the extended set has; nil for a rule of both sets.
    func extendedReason(_ first: Evidence) -> String? {
        switch rule.number {
        case "4a": "\(first.quoted) says that the click was paid for, and \(namedSite ?? cameFrom ?? first.quoted)"
        case "5a": "there was no referrer, but \(first.kind == .userAgent ? inApp(first) : carried(first))"
        case "5b", "6a": namedSite
        default: nil
        }
    }

    /// "utm_source “ig” names Instagram, a social or video site".
    private var namedSite: String? {
        guard let named = evidence.first(where: { $0.name == Parameter.utmSource.key }) else { return nil }
        return "\(named.quoted) names \(platform.map { "\($0), " } ?? "")\(siteKind)"
    }

    private var cameFrom: String? {
        guard let host = evidence.first(where: { $0.kind == .host || $0.kind == .package })?.value else { return nil }
        return "the visitor came from \(platform.map { "\($0) (\(host))" } ?? host), \(siteKind)"
    }

    private var siteKind: String {
        source == .paidSearch || source == .organicSearch ? "a search engine" : "a social or video site"
    }

    private func carried(_ id: Evidence) -> String {
        // Instagram marks a link that someone shared, Facebook one that someone clicked.
        let isShare = [Parameter.igsh, .igshid].contains { $0.key == id.name }
        return "the landing carried \(platformed(isShare ? "share ID" : "click ID")) (\(id.name))"
    }

    private func inApp(_ marker: Evidence) -> String {
        let app = platform.map { "the \($0)" } ?? "a social"
        return "the page was opened within \(app) app (user agent \(Note.quoted(marker.value ?? "")))"
    }
}

extension Evidence {
    /// "utm_source “adwords”".
    fileprivate var quoted: String { value.map { "\(name) \(Note.quoted($0))" } ?? name }

    /// "utm_source is “podcast”".
    fileprivate var fact: String {
        switch kind {
        case .parameter: value.map { "\(name) is \(Note.quoted($0))" } ?? "\(name) is there"
        case .userAgent, .landing: "the \(name) is \(Note.quoted(value ?? ""))"
        case .host: "the \(name) is \(value ?? "")"
        case .package: "the \(name) is the app \(value ?? "")"
        case .absence: name.hasPrefix("the ") ? "\(name) is absent" : "there is no \(name)"
        case .interaction: name
        }
    }
}
