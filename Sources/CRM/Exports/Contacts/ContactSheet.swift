import Attribution
import Database

/// Contacts on their way from the tables into CSV without being made into contacts: for exports of all of them.
struct ContactSheet: Sendable {
    private let columns: [ContactColumn]
    private let cells: [ContactCell]
    /// The same of contacts whose latest attribution is their first one, which is read once: most came but one time.
    private let cellsOfOne: [ContactCell]
    /// The column of the answer that says so.
    private let isOne: Int
    /// The query up to its condition.
    private let sql: String

    init(_ csv: ContactsCSV) {
        columns = csv.columns
        var selection = ContactSelection()
        cells = csv.columns.map { selection.cell($0.content) }
        cellsOfOne = csv.columns.map { selection.cell($0.content.ofFirst) }
        isOne = selection.column("c.latest_attribution_id = c.first_attribution_id")
        let joins = AttributionPosition.allCases.filter(selection.positions.contains).map { position in
            let name = "\(position.rawValue)_one"
            let id =
                switch position {
                case .first: "c.first_attribution_id"
                case .latest: "nullif(c.latest_attribution_id, c.first_attribution_id)"
                }
            return "left join attributions \(name) on \(name).account_id = c.account_id and \(name).id = \(id)"
        }
        sql = (["select \(selection.sql.joined(separator: ", ")) from contacts c"] + joins).joined(separator: "\n")
    }

    /// The lines of a stretch.
    func lines(_ connection: Connection, _ account: AccountID, _ span: ContactSpan) throws -> [UInt8] {
        let lists = try ContactLists(connection, account, span, for: columns)
        let (condition, values) = span.condition
        var csv = CSVBytes(capacity: ContactSpan.length * columns.count * 16)
        var sentences = Sentences()
        try connection.scan(
            "\(sql) where \(condition) order by c.created_at desc, c.id desc", [account] + values
        ) { row in
            for cell in row.integer(isOne) == 1 ? cellsOfOne : cells {
                try write(cell, of: row, lists, &sentences, to: &csv)
            }
            csv.endLine()
            return true
        }
        return csv.bytes
    }

    private func write(
        _ cell: ContactCell, of row: borrowing ColumnView, _ lists: ContactLists, _ sentences: inout Sentences,
        to csv: inout CSVBytes
    ) throws {
        switch cell {
        case .text(let column): csv.cell(row.bytes(column))
        case .moment(let column):
            if row.isNull(column) {
                csv.cell(nil as String?)
            } else {
                csv.cell(MomentBytes(moment: row.integer(column)))
            }
        case .source(let column): csv.cell(row.text(column).flatMap(Source.init(rawValue:))?.label)
        case .channel(let column): csv.cell(row.text(column).flatMap(OriginalChannel.init(rawValue:))?.label)
        case .device(let column): csv.cell(row.text(column).flatMap { sentences.device($0) })
        case .sentence(let column): csv.cell(try row.text(column).map { try sentences.verdict($0) })
        case .tags: csv.cell((lists.tags[row.text(0) ?? ""] ?? []).sorted().joined(separator: ", "))
        case .additionalEmails(let column):
            let own = row.text(column)
            let others = (lists.emails[row.text(0) ?? ""] ?? []).filter { $0 != own }
            csv.cell(others.sorted().joined(separator: ", "))
        case .custom(let field): csv.cell(lists.custom[row.text(0) ?? ""]?[field])
        }
    }
}

/// What is said in words of a verdict or of a user agent, each of them once: many contacts share one.
private struct Sentences {
    private var verdicts: [String: String] = [:]
    private var devices: [String: String?] = [:]

    mutating func verdict(_ json: String) throws -> String {
        if let known = verdicts[json] { return known }
        let sentence = try JSONText.decode(Verdict.self, from: json).sentence
        verdicts[json] = sentence
        return sentence
    }

    mutating func device(_ agent: String) -> String? {
        if let known = devices[agent] { return known }
        let device = DeviceSummary.describe(userAgent: agent)
        devices[agent] = device
        return device
    }
}
