/// The answer to a `ReportQuery`: one row for every combination of groups that occurs, in no order of meaning.
public struct ReportAnswer: Sendable, Equatable {
    /// What the rows of one group and bucket have.
    public struct Row: Sendable, Equatable {
        /// One for each of the query's groups.
        public let keys: [ReportKey]
        /// The first day of the bucket, clipped to the range; nil without a bucket.
        public let bucket: CalendarDate?
        /// One for each of the query's metrics.
        public let values: [ReportValue]
    }

    public let rows: [Row]
    /// Of everything in the range that the filters let through, whatever its groups.
    public let total: [ReportValue]
}

/// One group: values that differ in nothing but case are one.
public struct ReportKey: Hashable, Sendable {
    /// What the group is compared and sorted by; nil where the field is empty.
    public let key: String?
    /// The most frequent spelling of it in this answer; nil where the field is empty.
    public let label: String?
    /// Whether it is a placeholder that nobody filled, like `{campaignname}`: they are one group.
    public let isPlaceholder: Bool

    /// What finds it again, as a value of a filter: the empty text where the field is empty.
    public var text: String { key ?? "" }

    /// The group of things whose field is empty.
    static let empty = ReportKey(key: nil, label: nil, isPlaceholder: false)
}

/// One figure.
public struct ReportValue: Sendable, Equatable {
    /// A number of things; of an amount its minor units in the account's currency. Nil: there is none (blank, not 0).
    public let number: Int64?
    /// Amounts in currencies for which the account has no rate: shown apart, never added.
    public let apart: [Money]

    public init(number: Int64?, apart: [Money] = []) {
        self.number = number
        self.apart = apart
    }
}
