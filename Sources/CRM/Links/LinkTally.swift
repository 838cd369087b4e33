/// What a trigger link has brought.
public struct LinkTally: Sendable, Equatable {
    /// Clicks of people, and how many people these were.
    public let clicks: Int
    public let contacts: Int
    /// Visits of programs, which count for nothing.
    public let scans: Int
    /// Of a person.
    public let lastAt: Milliseconds?

    public static let none = LinkTally(clicks: 0, contacts: 0, scans: 0, lastAt: nil)
}
