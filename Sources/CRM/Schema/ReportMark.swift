/// What a trigger notes of a row that has changed.
struct ReportMark: Sendable {
    enum Row: String, Sendable {
        case old, new
    }

    private let kind: String
    private let row: Row
    private let moment: String?
    private let contact: String?
    /// On the row, which is called `#` in it.
    private let condition: String?

    /// A moment of a subject, which is in a column.
    static func moment(_ subject: String, _ row: Row, _ column: String, if condition: String? = nil) -> ReportMark {
        ReportMark(kind: subject, row: row, moment: column, contact: nil, condition: condition)
    }

    /// A contact, whose id is in a column: `contact` stands for all that is known of it, `opportunities` for those.
    static func contact(_ kind: String, _ row: Row, _ column: String) -> ReportMark {
        ReportMark(kind: kind, row: row, moment: nil, contact: column, condition: nil)
    }

    /// The statement in a trigger that has one row.
    var ofOne: String { insertion("select", row.rawValue, from: "") }

    /// The statement in a trigger that has the rows of a statement in `changed`.
    var ofMany: String { insertion("select distinct", "one", from: " from changed as one") }

    private func insertion(_ select: String, _ alias: String, from rows: String) -> String {
        let moment = moment.map { "\(alias).\($0)" } ?? "cast(null as bigint)"
        let contact = contact.map { "\(alias).\($0)" } ?? "cast(null as text)"
        let rest = condition.map { " where " + $0.replacing("#", with: alias) } ?? ""
        return """
            insert into report_marks (account_id, kind, at, contact)
            \(select) \(alias).account_id, '\(kind)', \(moment), \(contact)\(rows)\(rest);
            """
    }
}
