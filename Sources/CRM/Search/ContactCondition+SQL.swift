import Attribution
import Database
import Foundation

extension ContactCondition {
    /// The condition over a row of `contacts`.
    func part(_ scope: SearchScope) -> SQLPart {
        switch self {
        case .all(let conditions): .joined(conditions.map { $0.part(scope) }, by: "and", empty: "1 = 1")
        case .any(let conditions): .joined(conditions.map { $0.part(scope) }, by: "or", empty: "1 = 0")
        case .test(let test): test.part(scope)
        }
    }
}

extension ContactTest {
    fileprivate func part(_ scope: SearchScope) -> SQLPart {
        let part =
            if let table = field.table { listed(in: table, scope) } else { comparison(of: field, scope) }
        return isNegated ? SQLPart("(") + part + SQLPart(") is not true") : part
    }

    /// True when the comparison holds for one of the values.
    private func listed(in table: String, _ scope: SearchScope) -> SQLPart {
        let start = SQLPart(
            """
            exists (select 1 from \(table) as listed
                where listed.account_id = contacts.account_id and listed.contact_id = contacts.id
            """)
        if comparison == .exists { return start + SQLPart(")") }
        return start + SQLPart(" and ") + comparison(of: field, scope) + SQLPart(")")
    }

    private func comparison(of field: ContactSearchField, _ scope: SearchScope) -> SQLPart {
        let expression = field.expression(scope)
        switch comparison {
        case .exists: return expression + SQLPart(" is not null")
        case .equals(let values): return equality(field, expression, values)
        case .contains(let texts):
            let function = scope.dialect == .sqlite ? "instr" : "strpos"
            let parts = texts.map { text in
                SQLPart("\(function)(lower(") + expression + SQLPart("), #) > 0", [text.asciiLowercased])
            }
            return .joined(parts, by: "or", empty: "1 = 0")
        case .range(let range):
            let value = field.kind == .text ? SQLPart("lower(") + expression + SQLPart(")") : expression
            let bounds = [
                range.lower.map { value + SQLPart($0.isIncluded ? " >= #" : " > #", [$0.value.compared(field.kind)]) },
                range.upper.map { value + SQLPart($0.isIncluded ? " <= #" : " < #", [$0.value.compared(field.kind)]) },
            ].compactMap { $0 }
            return .joined(bounds, by: "and", empty: "1 = 1")
        }
    }

    private func equality(
        _ field: ContactSearchField, _ expression: SQLPart, _ values: [SearchValue]
    ) -> SQLPart {
        if values.isEmpty { return SQLPart("1 = 0") }
        if let keyed = Self.keyed(field, values) { return keyed }
        let compared = values.flatMap { $0.spellings(of: field) }
        let value = field.kind == .text ? SQLPart("lower(") + expression + SQLPart(")") : expression
        if compared.count == 1 { return value + SQLPart(" = #", compared) }
        return value + SQLPart(" in (") + .list(compared) + SQLPart(")")
    }

    /// E-mail addresses and phone numbers are found by the spelling that matching uses, which has an index.
    private static func keyed(_ field: ContactSearchField, _ values: [SearchValue]) -> SQLPart? {
        let keys = values.map { value -> String? in
            guard case .text(let text) = value else { return nil }
            return switch field {
            case .property(.email): EmailAddress(text)?.key
            case .property(.phone): PhoneNumber(text)?.key
            default: nil
            }
        }.compactMap { $0 }
        guard keys.count == values.count, case .property(let property) = field else { return nil }
        return SQLPart("contacts.\(property.rawValue)_key in (") + .list(keys) + SQLPart(")")
    }
}

extension SearchValue {
    fileprivate func compared(_ kind: SearchKind) -> any SQLConvertible {
        if case .text(let text) = self, kind == .text { return text.asciiLowercased }
        return sql
    }

    /// A value as it is compared; a name in the cases it is usually written in, because the database folds ASCII alone.
    fileprivate func spellings(of field: ContactSearchField) -> [any SQLConvertible] {
        guard case .text(let text) = self, field.kind == .text else { return [sql] }
        switch field {
        case .name, .property:
            let spellings = [text, text.lowercased(), text.uppercased(), text.capitalized]
            return Set(spellings.map(\.asciiLowercased)).sorted()
        default: return [text.asciiLowercased]
        }
    }
}

extension String {
    /// As both engines' `lower` writes it: the letters A to Z alone.
    var asciiLowercased: String {
        String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
