extension SQLiteConnection {
    func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
        try database.execute(sql: "savepoint step")
        do {
            let value = try body()
            try database.execute(sql: "release step")
            return value
        } catch {
            // A full disk, for one, has ended the whole transaction already; GRDB then refuses every further statement.
            if database.isInsideTransaction {
                try database.execute(sql: "rollback to step")
                try database.execute(sql: "release step")
            }
            throw error
        }
    }
}
