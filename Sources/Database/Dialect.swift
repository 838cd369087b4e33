/// Where the two engines spell the same thing differently; everything else is one SQL text.
public enum Dialect: Sendable {
    case sqlite
    case postgres

    /// SQLite's STRICT tables know no `bigint`; PostgreSQL's `integer` has 32 bits.
    public var int64: String { of("integer", "bigint") }
    public var float64: String { of("real", "double precision") }
    public var bool: String { of("integer", "boolean") }
    public var blob: String { of("blob", "bytea") }
    /// A truth, as the default of a column.
    public var yes: String { of("1", "true") }
    public var no: String { of("0", "false") }
    /// Text is compared by bytes on both engines.
    public var text: String { of("text", "text collate \"C\"") }
    /// Ends a `create table`: the engine refuses a value of the wrong type.
    public var strict: String { of("strict", "") }
    /// Ends a `create table` whose rows live in the primary key's order.
    public var clustered: String { of("strict, without rowid", "") }

    /// Ends a `select` whose rows nobody else may change meanwhile; SQLite has one writer anyway.
    public var forUpdate: String { of("", "for update") }

    /// The texts of all rows as one, with a space between two, in no particular order.
    public func joined(_ text: String) -> String { of("group_concat(\(text), ' ')", "string_agg(\(text), ' ')") }

    /// A query that answers a row when there is such a table.
    public func table(_ name: String) -> String {
        of(
            "select 1 as found from sqlite_schema where type = 'table' and name = '\(name)'",
            // Not `to_regclass`: it goes on saying no after another program has made the table in the meantime.
            "select 1 as found from pg_class where relname = '\(name)' and pg_table_is_visible(oid)")
    }

    private func of(_ sqlite: String, _ postgres: String) -> String {
        switch self {
        case .sqlite: sqlite
        case .postgres: postgres
        }
    }
}
