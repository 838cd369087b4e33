/// An account's own rules, made ready once for many landings.
///
/// Judging a landing costs at most a few steps for each rule and each byte of what it looks at.
struct CompiledOwnRules: Sendable {
    /// What the conditions look at, each once.
    let subjects: [OwnCondition.Subject]
    /// Where the parameters stand among them.
    let parameters: ParameterSlots
    /// Whether any rule looks at the referrer.
    let readsReferrer: Bool
    private let rules: [OwnRule]
    /// The conditions of each rule.
    private let conditions: [[CompiledCondition]]
    /// Which rules stand after the built-in rule of a number, nil before the first, in the order of the list.
    private let places: [String?: [Int]]

    init(_ rules: [OwnRule]) {
        var slots: [OwnCondition.Subject: Int] = [:]
        var subjects: [OwnCondition.Subject] = []
        conditions = rules.map { rule in
            rule.conditions.map { condition in
                let subject = condition.subject.inLowerCase
                let slot = slots[subject] ?? subjects.count
                if slots.updateValue(slot, forKey: subject) == nil { subjects.append(subject) }
                return CompiledCondition(condition, slot: slot)
            }
        }
        // A rule without conditions never applies.
        places = Dictionary(grouping: rules.indices.filter { !rules[$0].conditions.isEmpty }) { rules[$0].after }
        parameters = ParameterSlots(subjects)
        readsReferrer = slots[.referrerHost] != nil
        (self.rules, self.subjects) = (rules, subjects)
    }

    /// Whether there is nothing to ask, so that no subjects need be made.
    var isEmpty: Bool { places.isEmpty }

    /// The place in the list of the first rule that stands here, after the built-in rule of that number, and applies.
    func firstMatch(at place: String?, in subjects: inout OwnSubjects) -> Int? {
        guard let here = places[place] else { return nil }
        for index in here where Self.hold(conditions[index], for: &subjects) { return index }
        return nil
    }

    /// How each condition of a rule fares, whether or not it is its turn.
    func trace(of index: Int, in subjects: inout OwnSubjects) -> OwnRuleTrace {
        let steps = zip(rules[index].conditions, conditions[index]).map { condition, compiled in
            OwnRuleTrace.Step(
                condition: condition, holds: compiled.holds(for: &subjects), seen: subjects.text(at: compiled.slot))
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
