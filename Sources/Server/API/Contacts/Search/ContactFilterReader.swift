import Attribution
import CRM

/// Reads `filters`: comparisons and groups of them, and remembers what is wrong with each.
struct ContactFilterReader {
    let names: SearchFieldNames
    private(set) var problems: [String] = []
    private var comparisons = 0

    /// How deep groups may stand in one another, and how many comparisons a search may make.
    private static let deepest = 8
    private static let most = 100

    init(_ names: SearchFieldNames) { self.names = names }

    /// All of a list of filters at once.
    mutating func conditions(_ value: WireValue?, _ place: String, depth: Int = 1) -> [ContactCondition] {
        guard let value, value != .null else { return [] }
        guard case .array(let filters) = value else {
            problems.append("\(place) must be an array")
            return []
        }
        return filters.enumerated().compactMap { condition($1, "\(place).\($0)", depth: depth) }
    }

    private mutating func condition(_ filter: WireValue, _ place: String, depth: Int) -> ContactCondition? {
        guard case .object = filter else { return refuse("\(place) must be an object") }
        guard let group = filter["group"]?.text else { return comparison(filter, place) }
        guard depth < Self.deepest else { return refuse("\(place) stands in more than \(Self.deepest) groups") }
        let conditions = conditions(filter["filters"], "\(place).filters", depth: depth + 1)
        if conditions.isEmpty, problems.isEmpty { return refuse("\(place).filters must not be empty") }
        switch group.uppercased() {
        case "AND": return .all(conditions)
        case "OR": return .any(conditions)
        default: return refuse("\(place).group must be one of AND, OR")
        }
    }

    private mutating func comparison(_ filter: WireValue, _ place: String) -> ContactCondition? {
        comparisons += 1
        guard comparisons <= Self.most else {
            return comparisons == Self.most + 1
                ? refuse("filters must not make more than \(Self.most) comparisons") : nil
        }
        guard let name = filter["field"]?.text else { return refuse("\(place).field must not be empty") }
        guard let field = names.field(name) else {
            return refuse("\(place).field \(name.cut(to: 100)) is not a field that contacts are searched by")
        }
        guard field.isKnownToSQL else {
            return refuse("\(place).field \(name.cut(to: 100)) follows from userAgent: search by that")
        }
        guard let text = filter["operator"]?.text, let operation = SearchOperator(rawValue: text) else {
            return refuse("\(place).operator must be one of \(SearchOperator.list)")
        }
        var reader = SearchValueReader(place: "\(place).value", kind: field.kind)
        let test = reader.test(field, operation, filter["value"])
        problems += reader.problems
        return test.map(ContactCondition.test)
    }

    private mutating func refuse(_ problem: String) -> ContactCondition? {
        problems.append(problem)
        return nil
    }
}

/// How a filter compares.
enum SearchOperator: String, CaseIterable {
    case eq
    case notEq = "not_eq"
    case contains
    case notContains = "not_contains"
    case exists
    case notExists = "not_exists"
    case range

    static let list = allCases.map(\.rawValue).joined(separator: ", ")

    var isNegated: Bool { self == .notEq || self == .notContains || self == .notExists }
}
