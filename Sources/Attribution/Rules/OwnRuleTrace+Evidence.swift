extension OwnRuleTrace.Step {
    /// What the condition looked at, as a fact that a person can check.
    var evidence: Evidence {
        let value = seen.map(FieldText.shortened)
        guard value != nil else { return Evidence(kind: .absence, name: condition.subject.name, value: nil) }
        return switch condition.subject {
        case .parameter(let key): Evidence(kind: .parameter, name: key, value: value)
        case .referrerHost: Evidence(kind: .host, name: "referrer", value: value)
        case .landingHost: Evidence(kind: .landing, name: "landing host", value: value)
        case .landingPath: Evidence(kind: .landing, name: "landing path", value: value)
        case .userAgent: Evidence(kind: .userAgent, name: "user agent", value: value)
        }
    }
}
