/// How an ads report is divided.
public enum AdDivision: String, Sendable, CaseIterable {
    /// Campaigns, their groups, and the ads of these.
    case campaigns
    /// Keywords with their match type, wherever they stand: Google's alone.
    case keywords
}
