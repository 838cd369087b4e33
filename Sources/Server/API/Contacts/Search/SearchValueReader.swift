import Attribution
import CRM
import Foundation

/// Reads the `value` of a filter as the kind of value that its field holds.
struct SearchValueReader {
    let place: String
    let kind: SearchKind
    private(set) var problems: [String] = []

    /// How many values one comparison may name, and how long each may be.
    private static let most = 100
    private static let longest = 2_048

    init(place: String, kind: SearchKind) {
        self.place = place
        self.kind = kind
    }

    /// Nil when something is wrong with the value.
    mutating func test(_ field: ContactSearchField, _ operation: SearchOperator, _ value: WireValue?) -> ContactTest? {
        let isNegated = operation.isNegated
        switch operation {
        case .exists, .notExists: return ContactTest(field, .exists, isNegated: isNegated)
        case .eq where kind == .presence, .notEq where kind == .presence:
            guard let flag = flag(value) else { return refuse("must be true or false") }
            return ContactTest(field, .exists, isNegated: isNegated == flag)
        case .eq, .notEq:
            let values = texts(value).compactMap { read($0) }
            return problems.isEmpty ? ContactTest(field, .equals(values), isNegated: isNegated) : nil
        case .contains, .notContains: return containing(field, value, isNegated: isNegated)
        case .range: return range(value).map { ContactTest(field, .range($0)) }
        }
    }

    private mutating func containing(
        _ field: ContactSearchField, _ value: WireValue?, isNegated: Bool
    ) -> ContactTest? {
        let texts = texts(value)
        guard problems.isEmpty else { return nil }
        func isNamed(_ label: String) -> Bool {
            texts.contains { label.range(of: $0, options: .caseInsensitive) != nil }
        }
        switch kind {
        case .text, .key: return ContactTest(field, .contains(texts), isNegated: isNegated)
        case .source:
            let sources = Source.allCases.filter { isNamed($0.label) || isNamed($0.apiLabel) }
            return ContactTest(field, .equals(sources.map(SearchValue.source)), isNegated: isNegated)
        case .channel:
            let channels = OriginalChannel.allCases.filter { isNamed($0.label) }
            return ContactTest(field, .equals(channels.map(SearchValue.channel)), isNegated: isNegated)
        case .number, .moment, .flag, .visitor, .presence:
            return refuse("cannot be a part of such a field: use eq, range or exists")
        }
    }

    /// The texts of one value or of a list of them.
    private mutating func texts(_ value: WireValue?) -> [String] {
        let values: [WireValue]
        if case .array(let found) = value { values = found } else { values = [value ?? .null] }
        let texts = values.compactMap { $0.isPlain ? $0.text : nil }
        if texts.isEmpty || texts.count < values.count {
            problems.append("\(place) must be a string, a number or a boolean, or an array of them")
        }
        if texts.count > Self.most { problems.append("\(place) must have at most \(Self.most) elements") }
        if texts.contains(where: { $0.unicodeScalars.count > Self.longest }) {
            problems.append("\(place) must have at most \(Self.longest) characters")
        }
        return texts
    }

    private mutating func read(_ text: String) -> SearchValue? {
        switch kind {
        case .text, .key: .text(text)
        case .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil } ?? refuse("must be a number")
        case .moment: MomentText.read(text).map(SearchValue.moment) ?? refuse(Self.wantedTime)
        case .flag: flag(.string(text)).map(SearchValue.flag) ?? refuse("must be true or false")
        case .source:
            Source(spelling: text).map(SearchValue.source)
                ?? refuse("must be one of \(Source.allCases.map(\.apiLabel).joined(separator: ", "))")
        case .channel:
            OriginalChannel.allCases.first { $0.label.caseInsensitiveCompare(text) == .orderedSame }
                .map(SearchValue.channel)
                ?? refuse("must be one of \(OriginalChannel.allCases.map(\.label).joined(separator: ", "))")
        case .visitor: VisitorID(text).map(SearchValue.visitor) ?? refuse("must be the id of a visitor")
        case .presence: nil
        }
    }

    private func flag(_ value: WireValue?) -> Bool? {
        switch value?.text?.lowercased() {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    private static let wantedTime = "must be a time in ISO 8601, a date or milliseconds"

    private mutating func refuse<Value>(_ problem: String) -> Value? {
        problems.append("\(place) \(problem)")
        return nil
    }

    /// `{"gte": …, "lt": …}`; `from` and `to` are other names for `gte` and `lte`.
    private mutating func range(_ value: WireValue?) -> SearchRange? {
        guard [.text, .number, .moment].contains(kind) else { return refuse("cannot be a range of such a field") }
        var range = SearchRange()
        for (name, isIncluded) in [("gte", true), ("from", true), ("gt", false)] {
            if let bound = bound(value?[name], isAfter: name == "gt") {
                range.lower = SearchRange.Bound(bound, isIncluded: isIncluded)
            }
        }
        for (name, isIncluded) in [("lte", true), ("to", true), ("lt", false)] {
            if let bound = bound(value?[name], isAfter: name != "lt") {
                range.upper = SearchRange.Bound(bound, isIncluded: isIncluded)
            }
        }
        if range == SearchRange(), problems.isEmpty { return refuse("must have one of gte, gt, lte, lt, from, to") }
        return problems.isEmpty ? range : nil
    }

    /// A date alone is a whole day in UTC: what is to be after it is after its last millisecond, up to it up to that.
    private mutating func bound(_ value: WireValue?, isAfter: Bool) -> SearchValue? {
        guard let value, value != .null else { return nil }
        guard value.isPlain, let text = value.text else { return refuse("must have plain bounds") }
        guard kind == .moment, let day = CalendarDate(text), day.rawValue == text else { return read(text) }
        guard case .moment(let start)? = read(text) else { return nil }
        return .moment(isAfter ? start + .day - 1 : start)
    }
}
