import Attribution
import Database

/// What a contact must be to be found.
public indirect enum ContactCondition: Sendable, Equatable {
    case all([ContactCondition])
    case any([ContactCondition])
    case test(ContactTest)

    public static func equals(_ field: ContactSearchField, _ value: SearchValue) -> ContactCondition {
        .test(ContactTest(field, .equals([value])))
    }

    /// What must be true of the contact, each on its own.
    var conjuncts: [ContactCondition] {
        if case .all(let conditions) = self { return conditions.flatMap(\.conjuncts) }
        return [self]
    }
}

/// One comparison.
public struct ContactTest: Sendable, Equatable {
    public let field: ContactSearchField
    public let comparison: Comparison
    /// Whether it is asked for those of whom it is not true; an absent value is not equal to anything.
    public let isNegated: Bool

    public enum Comparison: Sendable, Equatable {
        /// To one of them; no contact equals one of none.
        case equals([SearchValue])
        /// One of these texts is a part of it.
        case contains([String])
        case exists
        case range(SearchRange)
    }

    public init(_ field: ContactSearchField, _ comparison: Comparison, isNegated: Bool = false) {
        self.field = field
        self.comparison = comparison
        self.isNegated = isNegated
    }
}

/// A value that a field is compared with, of the field's own kind.
public enum SearchValue: Sendable, Hashable {
    case text(String)
    case number(Double)
    case moment(Milliseconds)
    case flag(Bool)
    case source(Source)
    case channel(OriginalChannel)
    case visitor(VisitorID)

    var sql: any SQLConvertible {
        switch self {
        case .text(let text): text
        case .number(let number): number
        case .moment(let moment): moment
        case .flag(let flag): flag
        case .source(let source): source
        case .channel(let channel): channel
        case .visitor(let visitor): visitor
        }
    }
}

/// From one value to another; nil is open.
public struct SearchRange: Sendable, Equatable {
    public var lower: Bound?
    public var upper: Bound?

    public struct Bound: Sendable, Equatable {
        public let value: SearchValue
        public let isIncluded: Bool

        public init(_ value: SearchValue, isIncluded: Bool = true) {
            self.value = value
            self.isIncluded = isIncluded
        }
    }

    public init(from lower: Bound? = nil, to upper: Bound? = nil) {
        self.lower = lower
        self.upper = upper
    }
}
