import Database
import Foundation

extension ReportCalendar {
    /// The calendar of an account as it stands in the transaction.
    static func load(_ connection: Connection, _ account: AccountID) throws -> ReportCalendar {
        let row = try connection.row("select time_zone, week_starts_on from accounts where id = $1", [account])
        guard let row else { throw NotFound.account }
        let zone: String = try row["time_zone"]
        return ReportCalendar(zone: TimeZone(identifier: zone) ?? .gmt, weekStart: try row["week_starts_on"])
    }
}
