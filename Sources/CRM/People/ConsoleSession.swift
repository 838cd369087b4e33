/// A signed-in browser.
public struct ConsoleSession: Sendable {
    public let user: User
    /// Every form of the console carries it; a page elsewhere cannot know it.
    public let csrfToken: String
    public let expiresAt: Milliseconds
}
