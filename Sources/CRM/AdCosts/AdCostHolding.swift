/// What is there of a platform's costs.
public struct AdCostHolding: Sendable, Equatable {
    public let platform: AdPlatform
    public let rows: Int
    public let days: ReportDays
    public let updatedAt: Milliseconds
}
