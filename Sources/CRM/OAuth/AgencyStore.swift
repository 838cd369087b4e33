import Database

/// The SQL of the one id by which programs call the whole installation.
enum AgencyStore {
    static func companyID(_ connection: Connection) throws -> String? {
        try connection.row("select company_id from agency where number = 1")?["company_id"]
    }

    /// The id; `new` becomes it where there is none yet.
    static func companyID(_ connection: Connection, new: String) throws -> String {
        if let found = try companyID(connection) { return found }
        try connection.execute(
            "insert into agency (number, company_id) values (1, $1) on conflict do nothing", [new])
        return try companyID(connection) ?? new
    }
}
