extension Connection {
    /// Keeps others that lock one of the same numbers waiting until this transaction ends; taken in order, so that no two
    /// wait for each other.
    ///
    /// SQLite has one writer at a time and needs no lock. With `Isolation.repeatableRead` a transaction sees what was there
    /// before it began to wait: a lock is of use with `readCommitted`.
    public func lock(_ numbers: some Sequence<Int64>) throws {
        try lock(numbers, "pg_advisory_xact_lock")
    }

    /// Keeps only those waiting that `lock` one of the same numbers, and waits only for them.
    public func share(_ numbers: some Sequence<Int64>) throws {
        try lock(numbers, "pg_advisory_xact_lock_shared")
    }

    private func lock(_ numbers: some Sequence<Int64>, _ function: String) throws {
        switch dialect {
        case .sqlite: return
        case .postgres:
            let keys = Set(numbers).sorted().map { [$0] as [any SQLConvertible] }
            _ = try rows("select \(function)($1) as locked", forEach: keys)
        }
    }
}
