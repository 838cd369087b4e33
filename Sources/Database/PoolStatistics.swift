/// How busy the connections to a database server are, and what became of them since the start.
public struct PoolStatistics: Sendable, Equatable {
    public var size: Int
    public var open = 0
    public var inUse = 0
    /// Who waits for a connection now.
    public var waiting = 0
    /// How often somebody had to wait, and how long all of them together.
    public var waits = 0
    public var waited = Duration.zero
    /// How often the wait was given up.
    public var timeouts = 0
    /// Connections that were made, and those that broke.
    public var connected = 0
    public var broken = 0
    /// Transactions that were run again after a conflict.
    public var conflicts = 0

    init(size: Int) { self.size = size }
}
