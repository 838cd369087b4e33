extension Database {
    /// Writes one row anew as it is and commits it: only a commit tells a database that takes writes from one that
    /// answers, but is locked, read-only, or on a full disk.
    ///
    /// - Returns: the number of the schema.
    /// - Throws: what the engine says, or `DatabaseError.column` when there is no schema.
    public func proveWritable() async throws -> Int {
        // Not repeatable read: several nodes may write the row at once, and none of them has read it.
        try await write(.readCommitted) { connection in
            try connection.execute(
                """
                update schema_migrations set applied_at = applied_at
                where number = (select max(number) from schema_migrations)
                """)
            guard let number: Int = try connection.row("select max(number) as number from schema_migrations")?["number"]
            else { throw DatabaseError.column(name: "number", expected: "Int") }
            return number
        }
    }
}
