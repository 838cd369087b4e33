import Attribution

/// A filter as it is written in JSON: a column, and one of the conditions.
public struct ReportFilterDocument: Codable, Hashable, Sendable {
    /// Exactly one of its members says something.
    public struct Condition: Codable, Hashable, Sendable {
        public var `is`: [String]?
        public var isNot: [String]?
        public var contains: String?
        public var empty: Bool?
        public var either: [Condition]?
    }

    public var field: String
    public var model: AttributionPosition?
    public var `is`: [String]?
    public var isNot: [String]?
    public var contains: String?
    public var empty: Bool?
    public var either: [Condition]?

    public init(_ filter: ReportFilter) {
        let column = ReportQueryDocument.Column(filter.column)
        let condition = Condition(filter.condition)
        field = column.field
        model = column.model
        `is` = condition.is
        isNot = condition.isNot
        contains = condition.contains
        empty = condition.empty
        either = condition.either
    }

    func filter() throws(ReportProblem) -> ReportFilter {
        let column = try ReportQueryDocument.Column(field: field, model: model).column()
        let condition = Condition(is: self.is, isNot: isNot, contains: contains, empty: empty, either: either)
        return ReportFilter(column, try condition.condition(depth: 0))
    }
}

extension ReportFilterDocument.Condition {
    /// A condition within a condition within a condition is nobody's question.
    private static let mostDepth = 4

    init(_ condition: ReportFilter.Condition) {
        switch condition {
        case .isAny(let values): `is` = values
        case .isNone(let values): isNot = values
        case .contains(let text): contains = text
        case .isEmpty: empty = true
        case .isNotEmpty: empty = false
        case .either(let conditions): either = conditions.map(Self.init)
        }
    }

    fileprivate func condition(depth: Int) throws(ReportProblem) -> ReportFilter.Condition {
        guard depth < Self.mostDepth else { throw .unknown(member: "either", text: "so deep") }
        switch (self.is, isNot, contains, empty, either) {
        case (let values?, nil, nil, nil, nil): return .isAny(of: values)
        case (nil, let values?, nil, nil, nil): return .isNone(of: values)
        case (nil, nil, let text?, nil, nil): return .contains(text)
        case (nil, nil, nil, true?, nil): return .isEmpty
        case (nil, nil, nil, false?, nil): return .isNotEmpty
        case (nil, nil, nil, nil, let members?):
            var conditions: [ReportFilter.Condition] = []
            for member in members { conditions.append(try member.condition(depth: depth + 1)) }
            return .either(conditions)
        default: throw .unknown(member: "filter", text: "without exactly one condition")
        }
    }
}
