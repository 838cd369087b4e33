import Foundation

extension JSONSchema {
    /// What is wrong with a value, each text beginning with the name of a field; empty when all is well.
    ///
    /// Clients are of many minds about types: a number or a boolean is taken where a text is due, a text that reads as one
    /// where a number or a boolean is due, and null where a member may be left out. What no member is named after is passed
    /// over.
    func problems(in value: WireValue, called name: String) -> [String] {
        if isNullable, value == .null { return [] }
        switch kind {
        case .any, .reference: return []
        case .named(_, let schema): return schema.problems(in: value, called: name)
        case .string(_, let lengths): return Self.textProblems(value, lengths, name)
        case .choice(let texts):
            let isOne = value.text.map { texts.contains($0) } ?? false
            return isOne ? [] : ["\(name) must be one of \(texts.joined(separator: ", "))"]
        case .integer(let range): return Self.integerProblems(value, range, name)
        case .number:
            let number = value.text.flatMap { Double($0) }
            return number?.isFinite == true ? [] : ["\(name) must be a number"]
        case .boolean: return ["true", "false"].contains(value.text) ? [] : ["\(name) must be a boolean"]
        case .array(let element):
            guard case .array(let values) = value else { return ["\(name) must be an array"] }
            return values.enumerated().flatMap { element.problems(in: $1, called: "\(name).\($0)") }
        case .object(let members): return Self.memberProblems(value, members, name)
        case .map(let element):
            guard case .object(let members) = value else { return ["\(name) must be an object"] }
            return members.flatMap { element.problems(in: $0.value, called: "\(name).\($0.key)") }
        case .either(let schemas):
            let findings = schemas.map { $0.problems(in: value, called: name) }
            return findings.contains { $0.isEmpty } ? [] : findings.min { $0.count < $1.count } ?? []
        }
    }

    private static func textProblems(_ value: WireValue, _ lengths: ClosedRange<Int>?, _ name: String) -> [String] {
        guard value.isPlain, value != .null else { return ["\(name) must be a string"] }
        let count = (value.text ?? "").count
        guard let lengths, !lengths.contains(count) else { return [] }
        if count < lengths.lowerBound { return ["\(name) must have at least \(lengths.lowerBound) characters"] }
        return ["\(name) must have at most \(lengths.upperBound) characters"]
    }

    private static func integerProblems(_ value: WireValue, _ range: ClosedRange<Int64>?, _ name: String) -> [String] {
        guard let number = value.text.flatMap({ Int64($0) }) else { return ["\(name) must be a whole number"] }
        guard let range, !range.contains(number) else { return [] }
        return number < range.lowerBound
            ? ["\(name) must not be less than \(range.lowerBound)"]
            : ["\(name) must not be greater than \(range.upperBound)"]
    }

    private static func memberProblems(_ value: WireValue, _ members: [Member], _ name: String) -> [String] {
        guard case .object = value else { return ["\(name.isEmpty ? "body" : name) must be an object"] }
        return members.flatMap { member -> [String] in
            let called = name.isEmpty ? member.name : "\(name).\(member.name)"
            guard let found = value[member.name], found != .null || member.schema.isNullable else {
                return member.isRequired ? ["\(called) must not be empty"] : []
            }
            return member.schema.problems(in: found, called: called)
        }
    }
}
