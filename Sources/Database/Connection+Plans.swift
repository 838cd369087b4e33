extension Connection {
    /// How the engine runs each statement of `body`, one step a line: a test holds the queries that must stay fast to
    /// their index with it. SQLite alone tells; the answer of PostgreSQL is empty.
    package func plans(of body: (Connection) throws -> Void) throws -> [String] {
        try engine.plans(of: body)
    }
}
