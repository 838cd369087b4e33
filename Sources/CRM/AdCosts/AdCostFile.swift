/// An export with costs, and what its sender says where it does not tell by itself.
public struct AdCostFile: Sendable {
    public let bytes: [UInt8]
    /// Nil: told by the names of the columns.
    public let platform: AdPlatform?
    /// Nil: told by the dates.
    public let dates: AdDateOrder?
    /// Of amounts that name no currency; nil: the account's own.
    public let currency: Currency?

    public init(
        bytes: [UInt8], platform: AdPlatform? = nil, dates: AdDateOrder? = nil, currency: Currency? = nil
    ) {
        self.bytes = bytes
        self.platform = platform
        self.dates = dates
        self.currency = currency
    }

    /// More is better imported in parts.
    public static let longest = 32 << 20
}
