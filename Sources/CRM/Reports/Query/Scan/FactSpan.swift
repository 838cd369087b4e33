import Database

/// From when on an account has facts.
enum FactSpan {
    /// The beginning of its oldest part; nil when it has none.
    static func first(_ connection: Connection, _ account: AccountID) throws -> Milliseconds? {
        try ReportSubject.allCases.compactMap { subject in
            try connection.row(
                """
                select from_at from report_parts where account_id = $1 and subject = $2 order by from_at limit 1
                """, [account, subject.rawValue]
            ).map { try $0["from_at"] as Milliseconds }
        }.min()
    }
}
