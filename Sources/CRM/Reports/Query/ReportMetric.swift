/// What is made of the things that fall into one cell of a report.
public enum ReportMetric: String, CaseIterable, Sendable, Codable {
    case count
    /// How many different visitors: of visits alone. Someone who came by two roads is counted under both.
    case visitors
    /// How many different contacts; of contacts it is the same as `count`.
    case distinctContacts
    /// Of the value, in the account's currency.
    case sum, average, minimum, maximum
}
