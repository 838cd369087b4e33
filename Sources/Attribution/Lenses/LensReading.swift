/// What one lens says about one visit.
public struct LensReading: Sendable, Equatable {
    public let lens: Lens
    public let label: LensLabel
    /// The reason, in one sentence for someone who knows no code.
    public let why: String
}
