/// The facts of a Direct session whose conversion counts for an earlier landing.
public struct CarryOver: Sendable, Equatable, Codable {
    /// When the earlier landing happened, in UTC milliseconds.
    public let carriedFromAt: Int64
    /// The Session URL of the Direct session itself.
    public let directURL: String
    public let directReferrer: String?

    public init(carriedFromAt: Int64, directURL: String, directReferrer: String?) {
        self.carriedFromAt = carriedFromAt
        self.directURL = directURL
        self.directReferrer = directReferrer
    }

    /// As it may be stored: no secrets, nothing overlong.
    var fitForStorage: CarryOver {
        CarryOver(
            carriedFromAt: carriedFromAt,
            directURL: URLRedaction.stored(directURL),
            directReferrer: FieldText.url(directReferrer)?.text
        )
    }
}
