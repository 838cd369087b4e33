/// A statement that the server knows by a name, on one connection.
struct PreparedStatement {
    let name: String
    let sql: String
    /// Nil for a type that this program does not speak.
    var types: [PostgresType?]
    /// Where each column of its answer stands.
    var columns: [String: Int]
}
