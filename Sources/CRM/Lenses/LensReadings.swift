import Attribution

/// The touches of one contact, each under every lens.
public struct LensReadings: Sendable {
    /// First and Latest, as far as the contact has them; a reading for every lens, in order.
    public let attributions: [AttributionPosition: [LensReading]]
    /// The newest visits, newest first.
    public let visits: [Visit]

    /// One visit under every lens.
    public struct Visit: Sendable {
        public let startedAt: Milliseconds
        public let url: String
        /// A reading for every lens, in order.
        public let readings: [LensReading]
    }
}
