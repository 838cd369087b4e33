extension RuleBookDocument {
    /// The keys stand in the order in which people read them.
    var value: JSONValue {
        .object([
            .init(Key.version, .number(Double(Self.version))),
            .init(Key.ruleSet, .string(ruleSet.rawValue)),
            .init(Key.rules, .array(rules.map(Self.value))),
        ])
    }

    private static func value(of rule: OwnRule) -> JSONValue {
        var members: [JSONValue.Member] = [.init(OwnRule.Key.name, .string(rule.name))]
        if let after = rule.after { members.append(.init(OwnRule.Key.after, .string(after))) }
        members.append(.init(OwnRule.Key.when, .array(rule.conditions.map(value))))
        members.append(.init(OwnRule.Key.source, .string(rule.source.rawValue)))
        if let label = rule.subLabel { members.append(.init(OwnRule.Key.subLabel, .string(label))) }
        return .object(members)
    }

    private static func value(of condition: OwnCondition) -> JSONValue {
        var members = [
            member(for: condition.subject),
            .init(OwnCondition.Key.is, .string(condition.comparison.rawValue)),
        ]
        if !condition.value.isEmpty { members.append(.init(OwnCondition.Key.value, .string(condition.value))) }
        if condition.isNegated { members.append(.init(OwnCondition.Key.not, .bool(true))) }
        return .object(members)
    }

    private static func member(for subject: OwnCondition.Subject) -> JSONValue.Member {
        switch subject {
        case .parameter(let key): .init(OwnCondition.Key.parameter, .string(key))
        case .referrerHost: .init(OwnCondition.Key.referrerHost, .bool(true))
        case .landingHost: .init(OwnCondition.Key.landingHost, .bool(true))
        case .landingPath: .init(OwnCondition.Key.landingPath, .bool(true))
        case .userAgent: .init(OwnCondition.Key.userAgent, .bool(true))
        }
    }
}

extension JSONValue.Member {
    fileprivate init(_ key: some RawRepresentable<String>, _ value: JSONValue) {
        self.init(key: key.rawValue, value: value)
    }
}
