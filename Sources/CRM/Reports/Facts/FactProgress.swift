/// How far the making of facts is.
public struct FactProgress: Sendable, Equatable {
    /// How many accounts are not done yet.
    public let accounts: Int
    /// How many rows of theirs have been read.
    public let built: Int
    /// Of so many; nil as long as they have not been counted.
    public let all: Int?
}
