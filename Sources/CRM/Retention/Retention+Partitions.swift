import Database

extension Retention {
    /// Looks after the partitions at the beginning of a round; SQLite has none.
    func keepPartitions(_ accounts: [RetentionAccount], now: Milliseconds, into run: inout RetentionRun) async throws {
        guard database.dialect == .postgres else { return }
        let ends = accounts.map { $0.pageViewEnd(now: now) }
        // One account that keeps page views for ever keeps every partition.
        let end = ends.contains(nil) ? nil : ends.compactMap { $0 }.min()
        for table in MonthPartitions.tables {
            let partitions = MonthPartitions(table: table)
            let months = try await database.read { try partitions.months($0) }
            for month in partitions.missing(now: now, among: months) {
                await attempt(&run) { try partitions.make(month, $0) }
            }
            guard let end else { continue }
            for month in partitions.expired(before: end, among: months) {
                if await attempt(&run, { try partitions.drop(month, $0) }) {
                    run.droppedPartitions.append(month.partition(of: table))
                }
            }
        }
    }

    /// Whoever is in the way must not stop the rest of the round: the rows are deleted one by one then.
    ///
    /// Only waiting for locks has a limit: a default partition that holds much takes long to move, every day anew if it
    /// were stopped.
    @discardableResult
    private func attempt(
        _ run: inout RetentionRun, _ change: @escaping @Sendable (Connection) throws -> Void
    ) async -> Bool {
        do {
            try await database.write(.readCommitted, limit: .none) { try change($0) }
            return true
        } catch {
            run.failedPartitions += 1
            return false
        }
    }
}
