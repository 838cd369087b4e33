import Database

/// Someone who signs in to the console.
public struct User: Sendable, Identifiable {
    public enum Role: String, Sendable, CaseIterable, SQLConvertible {
        /// Sees and changes everything.
        case admin
        /// Works with contacts and submissions; the settings are read-only.
        case user
    }

    public let id: UserID
    public let email: EmailAddress
    public let role: Role
    public let createdAt: Milliseconds
}
