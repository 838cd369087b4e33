/// A lens's label for a landing, and what it was chosen by.
enum LensAnswer: Sendable {
    case headwater(Decision)
    case ga4(GA4ChannelRule, GA4Traffic)
    case original(OriginalChannel)

    var label: LensLabel {
        switch self {
        case .headwater(let decision): .source(decision.source)
        case .ga4(let rule, _): .ga4(rule.channel)
        case .original(let channel): .original(channel)
        }
    }

    /// What Headwater's rules decided.
    var decision: Decision? {
        if case .headwater(let decision) = self { decision } else { nil }
    }

    /// Headwater's rule; the lenses know no account's own ones.
    var rule: WebRule? { decision?.builtIn }

    /// What GA4 would see.
    var traffic: GA4Traffic? {
        if case .ga4(_, let traffic) = self { traffic } else { nil }
    }

    /// What chose the label, to follow "goes by".
    var ground: String {
        switch self {
        case .headwater(let decision): "rule \(decision.rule.number) (\(decision.rule.name))"
        case .ga4(_, let traffic): traffic.ground
        case .original: "utm_medium, the referring site and the site that utm_source names"
        }
    }
}
