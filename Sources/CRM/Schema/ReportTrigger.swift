import Database

/// A trigger that appends to `report_marks`, in the words of either engine.
///
/// PostgreSQL marks the inserted and the deleted rows of a statement together, each moment once. A trigger that names
/// columns has no such set of rows there: an update is marked row by row, on both engines.
struct ReportTrigger: Sendable {
    enum Event: Sendable {
        case inserted
        case deleted
        /// Fires where one of the columns has another value than before.
        case updated([String])
        /// A new account's facts are there: none.
        case accountOpened
        /// An account's facts are made again where one of the columns has another value than before.
        case accountChanged([String])
    }

    private let table: String
    private let event: Event
    private let marks: [ReportMark]

    init(_ table: String, _ event: Event, _ marks: [ReportMark]) {
        self.table = table
        self.event = event
        self.marks = marks
    }

    private var name: String {
        switch event {
        case .inserted: "report_\(table)_inserted"
        case .deleted: "report_\(table)_deleted"
        case .updated(let columns), .accountChanged(let columns): "report_\(table)_\(columns.first ?? "")"
        case .accountOpened: "report_\(table)_opened"
        }
    }

    func statements(_ d: Dialect) -> [String] {
        switch d {
        case .sqlite: ["create trigger \(name) \(sqliteEvent) begin \(body(d)) end"]
        case .postgres:
            [
                """
                create or replace function \(name)() returns trigger language plpgsql as $$
                begin
                    \(body(d))
                    return null;
                end $$
                """,
                "create trigger \(name) \(postgresEvent) execute function \(name)()",
            ]
        }
    }

    func removal(_ d: Dialect) -> [String] {
        switch d {
        case .sqlite: ["drop trigger if exists \(name)"]
        case .postgres: ["drop trigger if exists \(name) on \(table)", "drop function if exists \(name)()"]
        }
    }

    private var sqliteEvent: String {
        switch event {
        case .inserted, .accountOpened: "after insert on \(table)"
        case .deleted: "after delete on \(table)"
        case .updated(let columns), .accountChanged(let columns):
            "after update of \(columns.joined(separator: ", ")) on \(table) when \(differs(columns, "is not"))"
        }
    }

    private var postgresEvent: String {
        switch event {
        case .inserted: "after insert on \(table) referencing new table as changed for each statement"
        case .deleted: "after delete on \(table) referencing old table as changed for each statement"
        case .accountOpened: "after insert on \(table) for each row"
        case .updated(let columns), .accountChanged(let columns):
            """
            after update of \(columns.joined(separator: ", ")) on \(table) for each row
            when (\(differs(columns, "is distinct from")))
            """
        }
    }

    private func differs(_ columns: [String], _ comparison: String) -> String {
        columns.map { "new.\($0) \(comparison) old.\($0)" }.joined(separator: " or ")
    }

    private func body(_ d: Dialect) -> String {
        switch event {
        case .inserted, .deleted: marks.map { d == .postgres ? $0.ofMany : $0.ofOne }.joined(separator: " ")
        case .updated: marks.map(\.ofOne).joined(separator: " ")
        case .accountOpened:
            "insert into report_states (account_id, ready) values (new.id, \(d.yes)) on conflict (account_id) do nothing;"
        case .accountChanged: "\(Schema.restartOfReports) where account_id = new.id;"
        }
    }
}
