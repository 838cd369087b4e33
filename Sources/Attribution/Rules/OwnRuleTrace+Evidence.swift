extension OwnRuleTrace.Step {
    /// What the condition looked at, as a fact that a person can check.
    var evidence: Evidence {
        let (kind, name) = condition.subject.place
        guard let seen else { return Evidence(kind: .absence, name: name, value: nil) }
        return Evidence(kind: kind, name: name, value: FieldText.shortened(seen))
    }
}

extension OwnCondition.Subject {
    fileprivate var place: (Evidence.Kind, name: String) {
        switch self {
        case .parameter(let key): (.parameter, key)
        case .referrerHost: (.host, "referrer")
        case .landingHost: (.landing, "landing host")
        case .landingPath: (.landing, "landing path")
        case .userAgent: (.userAgent, "user agent")
        }
    }
}
