/// An event that no transaction can take.
public struct PoisonedEvent: Error {
    /// Whether the database refuses the values in it; else what is stored already keeps it from being judged.
    public let isRefused: Bool
}
