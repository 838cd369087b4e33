/// Reads a JSON value as a rule book, and goes on where something is wrong, so that all of it is told at once.
struct RuleBookReader {
    private var problems: [RuleBookProblem] = []
    /// Where nothing could be read: what is put there instead must not be complained about as well.
    private var unreadable: Set<RuleBookPlace> = []

    static func read(_ value: JSONValue) -> Result<RuleBookDocument, RuleBookProblems> {
        var reader = RuleBookReader()
        let book = reader.book(value)
        let wrong = reader.problems + book.ruleProblems.filter { reader.isReadable($0.place) }
        return wrong.isEmpty ? .success(RuleBookDocument(book)) : .failure(RuleBookProblems(wrong))
    }

    private mutating func book(_ value: JSONValue) -> RuleBook {
        let fields: [RuleBookDocument.Key: JSONValue] = fields(value, at: .book(key: nil))
        if fields[.version] != .number(Double(RuleBookDocument.version)) {
            refuse(.book(key: .version), "must be \(RuleBookDocument.version)")
        }
        let name = text(fields[.ruleSet], at: .book(key: .ruleSet))
        let ruleSet = name.flatMap(RuleSet.init)
        if ruleSet == nil { refuse(.book(key: .ruleSet), Self.mustBe(RuleSet.allCases.map(\.rawValue), not: name)) }
        if fields[.rules] == nil { refuse(.book(key: .rules), "is missing; it may be an empty list") }
        var rules: [OwnRule] = []
        for (index, value) in list(fields[.rules], at: .book(key: .rules)).enumerated() {
            // A megabyte of nonsense is not read to its end.
            if problems.count > RuleBookProblems.limit { break }
            rules.append(rule(value, at: index))
        }
        return RuleBook(ruleSet ?? .extended, ownRules: rules)
    }

    private mutating func rule(_ value: JSONValue, at index: Int) -> OwnRule {
        let fields: [OwnRule.Key: JSONValue] = fields(value, at: .rule(index, key: nil))
        let spelling = text(fields[.source], at: .rule(index, key: .source))
        let source = spelling.flatMap(Source.init(spelling:))
        if source == nil {
            refuse(.rule(index, key: .source), Self.mustBe(Source.allCases.map(\.rawValue), not: spelling))
        }
        let conditions = list(fields[.when], at: .rule(index, key: .when))
        return OwnRule(
            name: text(fields[.name], at: .rule(index, key: .name)) ?? "",
            after: text(fields[.after], at: .rule(index, key: .after)),
            conditions: conditions.enumerated().map { condition($1, at: $0, rule: index) },
            source: source ?? .others,
            subLabel: text(fields[.subLabel], at: .rule(index, key: .subLabel)))
    }

    private mutating func condition(_ value: JSONValue, at index: Int, rule: Int) -> OwnCondition {
        let place: (OwnCondition.Key?) -> RuleBookPlace = { .condition(index, rule: rule, key: $0) }
        let fields: [OwnCondition.Key: JSONValue] = fields(value, at: place(nil))
        let subject = subject(fields, at: place)
        let spelling = text(fields[.is], at: place(.is))
        let comparison = spelling.flatMap(OwnCondition.Operator.init)
        let compared = text(fields[.value], at: place(.value))
        let isNegated = flag(fields[.not], at: place(.not))
        if comparison == nil {
            refuse(place(.is), Self.mustBe(OwnCondition.Operator.allCases.map(\.rawValue), not: spelling))
            // Only a known operator says whether a value is due.
            unreadable.insert(place(.value))
        }
        return OwnCondition(subject, comparison ?? .equals, compared ?? "", isNegated: isNegated ?? false)
    }

    private mutating func subject(
        _ fields: [OwnCondition.Key: JSONValue], at place: (OwnCondition.Key?) -> RuleBookPlace
    ) -> OwnCondition.Subject {
        let given = OwnCondition.Key.subjects.filter { fields[$0] != nil }
        guard given.count == 1, let key = given.first else {
            let names = OwnCondition.Key.subjects.map(\.rawValue).joined(separator: ", ")
            note(place(nil), "must look at exactly one of \(names)")
            return .userAgent
        }
        if key == .parameter { return .parameter(text(fields[key], at: place(key)) ?? "") }
        if flag(fields[key], at: place(key)) == false { refuse(place(key), "must be true") }
        switch key {
        case .referrerHost: return .referrerHost
        case .landingHost: return .landingHost
        case .landingPath: return .landingPath
        default: return .userAgent
        }
    }
}

extension RuleBookReader {
    /// The known keys of an object that have a value; null says the same as nothing.
    private mutating func fields<Key: CaseIterable & Hashable & RawRepresentable<String>>(
        _ value: JSONValue, at place: RuleBookPlace
    ) -> [Key: JSONValue] {
        guard case .object(let members) = value else {
            refuse(place, "must be an object")
            return [:]
        }
        var fields: [Key: JSONValue] = [:]
        for member in members {
            if let key = Key(rawValue: member.key) {
                if member.value != .null { fields[key] = member.value }
            } else {
                let known = Key.allCases.map(\.rawValue).joined(separator: ", ")
                note(place, "knows no key \(member.key.quoted); it has \(known)")
            }
        }
        return fields
    }

    private mutating func list(_ value: JSONValue?, at place: RuleBookPlace) -> [JSONValue] {
        switch value {
        case .array(let values): return values
        case nil: return []
        default:
            refuse(place, "must be a list")
            return []
        }
    }

    private mutating func text(_ value: JSONValue?, at place: RuleBookPlace) -> String? {
        switch value {
        case .string(let text): return text
        case nil: return nil
        default:
            refuse(place, "must be a text")
            return nil
        }
    }

    private mutating func flag(_ value: JSONValue?, at place: RuleBookPlace) -> Bool? {
        switch value {
        case .bool(let flag): return flag
        case nil: return nil
        default:
            refuse(place, "must be true or false")
            return nil
        }
    }

    private mutating func refuse(_ place: RuleBookPlace, _ text: String) {
        guard isReadable(place) else { return }
        note(place, text)
        unreadable.insert(place)
    }

    /// A problem that leaves the rest of its place readable.
    private mutating func note(_ place: RuleBookPlace, _ text: String) {
        guard isReadable(place) else { return }
        problems.append(RuleBookProblem(place, text))
    }

    private func isReadable(_ place: RuleBookPlace) -> Bool {
        sequence(first: place, next: \.parent).allSatisfy { !unreadable.contains($0) }
    }

    private static func mustBe(_ names: [String], not given: String?) -> String {
        let names = names.joined(separator: ", ")
        return given.map { "must be one of \(names), not \($0.quoted)" } ?? "is missing; it must be one of \(names)"
    }
}
