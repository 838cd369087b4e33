/// One of the two attributions that every contact carries.
public enum AttributionPosition: String, CaseIterable, Sendable, Codable {
    /// Written with the first conversion, and never changed.
    case first
    /// Overwritten by every conversion.
    case latest

    public var label: String {
        switch self {
        case .first: "First"
        case .latest: "Latest"
        }
    }
}
