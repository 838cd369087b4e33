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

    /// The number of Headwater's rule.
    var ruleNumber: String? {
        if case .headwater(let decision) = self { decision.rule.number } else { nil }
    }

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
