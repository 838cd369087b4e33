import Database

/// The partitions of one table of PostgreSQL: those of coming months are made, those of which no account keeps anything
/// are dropped whole.
///
/// Both need a lock that writers hold. Who waits for it keeps others waiting too, so the wait is short; what did not come
/// to be is tried again in the next round.
struct MonthPartitions: Sendable {
    let table: String

    static let tables = ["page_views", "custom_events"]
    /// Rows come up to 30 days late, and a server may stand still for a while.
    private static let kept = -1...3

    /// The months that have a partition.
    func months(_ connection: Connection) throws -> Set<CalendarMonth> {
        let names: [String] = try connection.rows(
            """
            select cast(child.relname as text) as name from pg_inherits
            join pg_class as child on child.oid = pg_inherits.inhrelid
            where pg_inherits.inhparent = '\(table)'::regclass
            """
        ).map { try $0["name"] }
        return Set(names.compactMap { CalendarMonth(partition: $0, of: table) })
    }

    /// The months that are to have a partition and have none.
    func missing(now: Milliseconds, among months: Set<CalendarMonth>) -> [CalendarMonth] {
        Self.kept.map { CalendarMonth(of: now).adding($0) }.filter { !months.contains($0) }
    }

    /// The months that lie before what any account keeps.
    func expired(before end: Milliseconds, among months: Set<CalendarMonth>) -> [CalendarMonth] {
        months.filter { $0.end <= end }.sorted()
    }

    /// Makes a month's partition, with the rows that stood in the default one meanwhile.
    ///
    /// Nobody writes to the default one from before they are taken out until the new one is attached: one row more of that
    /// month would keep it from being so.
    func make(_ month: CalendarMonth, _ connection: Connection) throws {
        let name = month.partition(of: table)
        try connection.execute("set local lock_timeout = '1s'")
        try connection.execute("lock table \(table)_default in access exclusive mode")
        try connection.execute("create table \(name) (like \(table) including all)")
        try connection.execute(
            """
            with moved as (
                delete from \(table)_default where occurred_at >= $1 and occurred_at < $2 returning *
            )
            insert into \(name) select * from moved
            """, [month.start, month.end])
        try connection.execute(
            "alter table \(table) attach partition \(name) for values from (\(month.start)) to (\(month.end))")
    }

    func drop(_ month: CalendarMonth, _ connection: Connection) throws {
        try connection.execute("set local lock_timeout = '1s'")
        try connection.execute("drop table \(month.partition(of: table))")
    }
}
