extension OwnCondition {
    /// The condition in words: “utm_source contains “podcast””.
    public var sentence: String { "\(subject.name) \(predicate(isNegated: isNegated))" }

    /// What a condition says of its subject.
    func predicate(isNegated: Bool) -> String {
        let verb = comparison.verb(isNegated: isNegated)
        return comparison == .present ? verb : "\(verb) “\(value)”"
    }
}

extension OwnCondition.Subject {
    /// The subject as a sentence begins with it.
    public var name: String {
        switch self {
        case .parameter(let key): key
        case .referrerHost: "the referrer's host"
        case .landingHost: "the landing's host"
        case .landingPath: "the landing's path"
        case .userAgent: "the user agent"
        }
    }
}

extension OwnCondition.Operator {
    fileprivate func verb(isNegated: Bool) -> String {
        switch self {
        case .equals: isNegated ? "is not" : "is"
        case .contains: isNegated ? "does not contain" : "contains"
        case .startsWith: isNegated ? "does not start with" : "starts with"
        case .endsWith: isNegated ? "does not end with" : "ends with"
        case .matches: isNegated ? "does not match" : "matches"
        case .present: isNegated ? "is absent" : "is present"
        }
    }
}
