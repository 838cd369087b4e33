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
        /// Which values a text is divided into hangs on the options of its field.
        case optionsChanged
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
        case .optionsChanged: "report_\(table)_options"
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
        case .optionsChanged: "after update of options on \(table) when \(differs(["options"], "is not"))"
        }
    }

    private var postgresEvent: String {
        switch event {
        case .inserted: "after insert on \(table) referencing new table as changed for each statement"
        case .deleted: "after delete on \(table) referencing old table as changed for each statement"
        case .accountOpened: "after insert on \(table) for each row"
        case .optionsChanged:
            "after update of options on \(table) for each row when (\(differs(["options"], "is distinct from")))"
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
        case .optionsChanged:
            """
            insert into report_marks (account_id, kind, at, contact)
            select account_id, 'contact', cast(null as bigint), contact_id from contact_field_values
            where new.type in ('multi_select', 'checkbox') and account_id = new.account_id and field_id = new.id;
            """
        case .accountOpened:
            "insert into report_states (account_id, ready) values (new.id, \(d.yes)) on conflict (account_id) do nothing;"
        case .accountChanged: "\(Schema.restartOfReports) where account_id = new.id;"
        }
    }
}
