/// Who has a connection of the pool, who may have one next, and which are free; kept under the pool's lock.
///
/// The last few connections are for those who are urgent: however many reports are being read, leads still come in.
struct PostgresPoolState {
    enum Claim: Sendable {
        case usual
        case urgent
    }

    struct Waiter {
        let id: UInt64
        let claim: Claim
        let since: ContinuousClock.Instant
        let continuation: CheckedContinuation<PostgresSession, any Error>
    }

    /// A session that somebody in line is to get, and sessions that are to be closed: both without the lock.
    struct Changes {
        var next: (waiter: Waiter, session: PostgresSession)?
        var discarded: [PostgresSession] = []
    }

    private let address: PostgresAddress
    private var idle: [PostgresSession] = []
    /// First come, first served, among those whose claim allows it.
    private var waiters: [Waiter] = []
    private var lastID: UInt64 = 0
    /// How many connections those who are not urgent have, and may have.
    private var usual = 0
    private let mostUsual: Int
    private(set) var isClosed = false
    var statistics: PoolStatistics

    private static let reserve = 3

    init(_ address: PostgresAddress, size: Int) {
        self.address = address
        mostUsual = size - min(Self.reserve, size / 2)
        statistics = PoolStatistics(size: size)
    }

    var currentStatistics: PoolStatistics {
        var current = statistics
        current.inUse = statistics.open - idle.count
        current.waiting = waiters.count
        return current
    }

    mutating func newID() -> UInt64 {
        lastID += 1
        return lastID
    }

    /// A session that is free, or a new one where there is room for it.
    mutating func take(_ claim: Claim) -> PostgresSession? {
        guard admits(claim), !idle.isEmpty || statistics.open < statistics.size else { return nil }
        if claim == .usual { usual += 1 }
        if let session = idle.popLast() { return session }
        statistics.open += 1
        return PostgresSession(address)
    }

    /// With one that broke go all that are idle: most often the whole server has gone.
    mutating func put(_ session: PostgresSession, _ condition: PostgresSession.State, _ claim: Claim) -> Changes {
        var changes = Changes()
        if claim == .usual { usual -= 1 }
        if condition == .broken {
            statistics.broken += 1
            changes.discarded = removeIdle()
        }
        if condition == .usable, !isClosed {
            idle.append(session)
        } else {
            statistics.open -= 1
            changes.discarded.append(session)
        }
        changes.next = next()
        return changes
    }

    mutating func wait(_ waiter: Waiter) {
        waiters.append(waiter)
        statistics.waits += 1
    }

    mutating func remove(_ id: UInt64) -> Waiter? {
        guard let index = waiters.firstIndex(where: { $0.id == id }) else { return nil }
        return remove(at: index)
    }

    mutating func close() -> (waiters: [Waiter], discarded: [PostgresSession]) {
        isClosed = true
        defer { waiters = [] }
        return (waiters, removeIdle())
    }

    private func admits(_ claim: Claim) -> Bool { claim == .urgent || usual < mostUsual }

    private mutating func next() -> (waiter: Waiter, session: PostgresSession)? {
        guard let index = waiters.firstIndex(where: { admits($0.claim) }), let session = take(waiters[index].claim)
        else { return nil }
        return (remove(at: index), session)
    }

    private mutating func remove(at index: Int) -> Waiter {
        let waiter = waiters.remove(at: index)
        statistics.waited += waiter.since.duration(to: .now)
        return waiter
    }

    private mutating func removeIdle() -> [PostgresSession] {
        statistics.open -= idle.count
        defer { idle = [] }
        return idle
    }
}
