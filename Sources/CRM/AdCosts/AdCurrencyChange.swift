/// Costs that were in one currency and came again in another one, by the codes of the two.
public struct AdCurrencyChange: Sendable, Equatable, Codable {
    public let from: String
    public let to: String
    public internal(set) var rows: Int
}
