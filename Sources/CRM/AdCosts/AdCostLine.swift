/// A line of a file that was not taken, and why.
public struct AdCostLine: Sendable, Equatable, Codable {
    public let line: Int
    public let reason: Reason

    public enum Reason: Sendable, Equatable, Codable {
        /// It sums others up, which are counted already.
        case total
        /// The same thing on the same day stands further down, or the same line above.
        case repeated
        case refused([String])
    }

    public var text: String {
        switch reason {
        case .total: "a total"
        case .repeated: "said twice"
        case .refused(let problems): problems.joined(separator: "; ")
        }
    }

    public var isRefused: Bool { if case .refused = reason { true } else { false } }
}
