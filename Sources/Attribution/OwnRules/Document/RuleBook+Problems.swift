extension RuleBook {
    /// Everything that is wrong with the book, top to bottom, at the places of its JSON document; empty when it can
    /// be published.
    public var problems: [RuleBookProblem] {
        let isOverlong = RuleBookDocument(self).json.utf8.count > RuleBookDocument.byteLimit
        return RuleBookProblems((isOverlong ? [.overlong] : []) + ruleProblems).list
    }

    var ruleProblems: [RuleBookProblem] {
        ownRules.enumerated().flatMap { index, rule in rule.problems(at: index, in: ruleSet) }
    }
}

extension RuleSet {
    /// The built-in rules that an own rule may stand after.
    ///
    /// The last rule of a set takes what is left over, so a rule after it would never be asked.
    var placesOfOwnRules: Set<String> { Set(ordered.dropLast().map(\.reference.number)) }
}

extension OwnRule {
    public static let nameLimit = 120
    public static let subLabelLimit = 80

    func problems(at index: Int, in ruleSet: RuleSet) -> [RuleBookProblem] {
        var problems = Self.lineProblems(name, limit: Self.nameLimit, at: .rule(index, key: .name))
        if let after, let text = Self.problem(after: after, in: ruleSet) {
            problems.append(RuleBookProblem(.rule(index, key: .after), text))
        }
        if conditions.isEmpty {
            problems.append(RuleBookProblem(.rule(index, key: .when), "needs at least one condition"))
        }
        problems += conditions.enumerated().flatMap { $1.problems(at: $0, rule: index) }
        if let subLabel {
            problems += Self.lineProblems(subLabel, limit: Self.subLabelLimit, at: .rule(index, key: .subLabel))
        }
        return problems
    }

    private static func problem(after number: String, in ruleSet: RuleSet) -> String? {
        let numbers = ruleSet.rules.map(\.number)
        if number == numbers.last { return "rule \(number) takes everything that is left over; nothing comes after it" }
        if ruleSet.placesOfOwnRules.contains(number) { return nil }
        let known = numbers.dropLast().joined(separator: ", ")
        return "the \(ruleSet.rawValue) rules have no number \(number.quoted); they have \(known)"
    }

    private static func lineProblems(_ text: String, limit: Int, at place: RuleBookPlace) -> [RuleBookProblem] {
        var problems = text.lengthProblems(limit: limit, at: place)
        if text.unicodeScalars.contains(where: \.endsLine) {
            problems.append(RuleBookProblem(place, "must be one line without control characters"))
        }
        return problems
    }
}

extension OwnCondition {
    public static let keyLimit = 100
    public static let valueLimit = 512

    func problems(at index: Int, rule: Int) -> [RuleBookProblem] {
        var problems: [RuleBookProblem] = []
        if case .parameter(let key) = subject {
            let place = RuleBookPlace.condition(index, rule: rule, key: .parameter)
            problems += key.lengthProblems(limit: Self.keyLimit, at: place)
            if let text = Self.problem(key: key) { problems.append(RuleBookProblem(place, text)) }
        }
        let place = RuleBookPlace.condition(index, rule: rule, key: .value)
        if comparison != .present {
            problems += value.lengthProblems(limit: Self.valueLimit, at: place)
            if let text = valueProblem { problems.append(RuleBookProblem(place, text)) }
        } else if !value.isEmpty {
            problems.append(RuleBookProblem(place, "must be left out: “present” compares with nothing"))
        }
        return problems
    }
}

extension String {
    fileprivate func lengthProblems(limit: Int, at place: RuleBookPlace) -> [RuleBookProblem] {
        if trimmingSpaces.isEmpty { return [RuleBookProblem(place, "must not be empty")] }
        if prefix(scalars: limit).endIndex == endIndex { return [] }
        return [RuleBookProblem(place, "must not be longer than \(limit) characters")]
    }

    /// The text as a problem cites it.
    var quoted: String { "“\(prefix(scalars: 40))”" }
}
