import Database

/// How much waits to be sent.
public struct DeliveryBacklog: Sendable, Equatable {
    /// Counted up to a ceiling.
    public let pending: Int
    /// How long the oldest one has waited; 0 when none waits.
    public let age: Milliseconds

    public static let ceiling = 100_000

    static func load(_ connection: Connection, now: Milliseconds) throws -> DeliveryBacklog {
        let oldest: Milliseconds? = try connection.row(
            "select created_at from deliveries where state = 'pending' order by created_at limit 1")?["created_at"]
        let pending: Int? = try connection.row(
            "select count(*) as count from (select 1 from deliveries where state = 'pending' limit $1) as waiting",
            [ceiling])?["count"]
        return DeliveryBacklog(pending: pending ?? 0, age: oldest.map { max(0, now - $0) } ?? 0)
    }

    static func hasExpired(_ connection: Connection, now: Milliseconds) throws -> Bool {
        try connection.row(
            "select 1 as found from deliveries where state = 'pending' and created_at <= $1 and due_at <= $2 limit 1",
            [now - DeliveryRetry.patience, now]) != nil
    }
}
