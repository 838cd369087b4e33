/// An account's own rules, made ready once for many landings.
///
/// Judging a landing costs at most a few steps for each rule and each byte of what it looks at.
struct CompiledOwnRules: Sendable {
    private struct Place: Sendable {
        /// The number of the built-in rule before it; nil before the first.
        let after: String?
        var rules: [CompiledRule]
    }

    private struct CompiledRule: Sendable {
        let index: Int
        let conditions: [CompiledCondition]
    }

    /// What the conditions look at, each once.
    let subjects: [OwnCondition.Subject]
    private let places: [Place]
    private let rules: [OwnRule]

    init(_ rules: [OwnRule]) {
        var slots: [OwnCondition.Subject: Int] = [:]
        var subjects: [OwnCondition.Subject] = []
        var places: [Place] = []
        for (index, rule) in rules.enumerated() where !rule.conditions.isEmpty {
            let conditions = rule.conditions.map { condition in
                let subject = condition.subject.inLowerCase
                let slot = slots[subject] ?? subjects.count
                if slots.updateValue(slot, forKey: subject) == nil { subjects.append(subject) }
                return CompiledCondition(condition, slot: slot)
            }
            let compiled = CompiledRule(index: index, conditions: conditions)
            if let place = places.firstIndex(where: { $0.after == rule.after }) {
                places[place].rules.append(compiled)
            } else {
                places.append(Place(after: rule.after, rules: [compiled]))
            }
        }
        (self.rules, self.subjects, self.places) = (rules, subjects, places)
    }

    /// Whether there is nothing to ask, so that no subjects need be made.
    var isEmpty: Bool { places.isEmpty }

    /// Whether any rule looks at the referrer.
    var readsReferrer: Bool { subjects.contains(.referrerHost) }

    /// The place in the list of the first rule that stands here, after the built-in rule of that number, and applies.
    func firstMatch(at place: String?, in subjects: inout OwnSubjects) -> Int? {
        guard let here = places.first(where: { $0.after == place }) else { return nil }
        for rule in here.rules where Self.hold(rule.conditions, for: &subjects) { return rule.index }
        return nil
    }

    /// How each condition of a rule fares, whether or not it is its turn.
    func trace(of index: Int, in subjects: inout OwnSubjects) -> OwnRuleTrace {
        let steps = rules[index].conditions.map { condition in
            let slot = self.subjects.firstIndex(of: condition.subject.inLowerCase) ?? 0
            return OwnRuleTrace.Step(
                condition: condition,
                holds: CompiledCondition(condition, slot: slot).holds(for: &subjects),
                seen: subjects.text(of: condition.subject))
        }
        return OwnRuleTrace(index: index, rule: rules[index], steps: steps)
    }

    private static func hold(_ conditions: [CompiledCondition], for subjects: inout OwnSubjects) -> Bool {
        for condition in conditions where !condition.holds(for: &subjects) { return false }
        return true
    }
}

extension OwnCondition.Subject {
    /// Keys are compared in any case, so `UTM_Source` and `utm_source` are one subject.
    fileprivate var inLowerCase: OwnCondition.Subject {
        guard case .parameter(let key) = self else { return self }
        return .parameter(key.asciiLowercased)
    }
}
