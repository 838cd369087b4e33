/// A condition on one column. Several of a query hold together.
public struct ReportFilter: Hashable, Sendable {
    /// Compared without regard to case, and to the spaces around a value.
    ///
    /// Among the values of the first two, the empty text is the empty field, and an unfilled placeholder is every one of
    /// them: the `text` of a row's key finds what the row counted, no more and no less.
    public indirect enum Condition: Hashable, Sendable {
        /// One of these. Of tags, any one of a contact's.
        case isAny(of: [String])
        case isNone(of: [String])
        case contains(String)
        case isEmpty
        case isNotEmpty
        /// One of these conditions holds, at least.
        case either([Condition])
    }

    public let column: ReportColumn
    public let condition: Condition

    public init(_ column: ReportColumn, _ condition: Condition) {
        self.column = column
        self.condition = condition
    }

    /// Why no report can be filtered by it.
    public var problem: ReportProblem? { condition.problem }

    public static let mostValues = 1_000
    public static let mostLetters = 2_000
}

extension ReportFilter.Condition {
    /// Every text in it.
    var texts: [String] {
        switch self {
        case .isAny(let values), .isNone(let values): values
        case .contains(let text): [text]
        case .isEmpty, .isNotEmpty: []
        case .either(let conditions): conditions.flatMap(\.texts)
        }
    }

    /// How many conditions it is made of, counting those within others.
    var size: Int {
        if case .either(let conditions) = self { 1 + conditions.reduce(0) { $0 + $1.size } } else { 1 }
    }

    var problem: ReportProblem? {
        let texts = texts
        if texts.count > ReportFilter.mostValues || size > ReportFilter.mostValues { return .tooManyValues }
        return texts.contains { $0.unicodeScalars.count > ReportFilter.mostLetters } ? .tooLongValue : nil
    }
}
