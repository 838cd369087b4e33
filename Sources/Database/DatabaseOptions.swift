/// How a server's connections are used; SQLite needs none of it.
public struct DatabaseOptions: Sendable {
    /// How many there may be at the same time.
    ///
    /// The last three, of fewer than six the last half, are kept for writes that are `readCommitted`.
    public var connections: Int
    /// How long somebody waits for one of them to be free.
    public var longestWait: Duration

    public init(connections: Int = 8, longestWait: Duration = .seconds(10)) {
        self.connections = connections
        self.longestWait = longestWait
    }
}
