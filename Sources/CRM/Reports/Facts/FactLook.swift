import Database

/// What there is to do, looked at before anything is taken on.
struct FactLook: Sendable {
    /// Counted up to what one turn looks at.
    let waiting: Int
    let walk: FactWalk?
    let sweep: (account: AccountID, field: String)?
    let rollUp: AccountID?

    init(_ connection: Connection, now: Milliseconds) throws {
        waiting = try FactMarkStore.waiting(connection, atMost: FactMending.mostMarks)
        walk = try FactState.building(connection)
        sweep = try FactState.toSweep(connection, now: now)
        rollUp = try FactState.toRollUp(connection, now: now)
    }

    var hasWork: Bool { waiting > 0 || walk != nil || sweep != nil || rollUp != nil }
}
