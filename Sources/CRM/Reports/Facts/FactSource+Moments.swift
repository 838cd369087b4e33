import Database

extension FactSource {
    /// The first moment from `start` on at which a subject has a row; nil when none comes any more.
    func firstMoment(_ subject: ReportSubject, from start: Milliseconds) throws -> Milliseconds? {
        try connection.row("\(Self.first(subject)) limit 1", [account, start])?["at"]
    }

    /// How many rows a subject has in all.
    func count(_ subject: ReportSubject) throws -> Int {
        try connection.row(Self.count(subject), [account])?["count"] ?? 0
    }

    private static func first(_ subject: ReportSubject) -> String {
        switch subject {
        case .visits:
            "select started_at as at from sessions where account_id = $1 and started_at >= $2 order by started_at"
        case .contacts, .opportunities:
            "select created_at as at from contacts where account_id = $1 and created_at >= $2 order by created_at"
        case .conversions:
            """
            select occurred_at as at from conversions
            where account_id = $1 and occurred_at >= $2 and \(ConversionFacts.counts) order by occurred_at
            """
        case .wins:
            """
            select status_changed_at as at from opportunities
            where account_id = $1 and status = 'won' and status_changed_at >= $2 order by status_changed_at
            """
        }
    }

    private static func count(_ subject: ReportSubject) -> String {
        let (table, condition) =
            switch subject {
            case .visits: ("sessions", "")
            case .contacts: ("contacts", "")
            case .conversions: ("conversions", "and \(ConversionFacts.counts)")
            case .opportunities: ("opportunities", "")
            case .wins: ("opportunities", "and status = 'won'")
            }
        return "select count(*) as count from \(table) where account_id = $1 \(condition)"
    }
}
