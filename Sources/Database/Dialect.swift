/// Where the two engines spell the same thing differently; everything else is one SQL text.
///
/// PostgreSQL joins through the same seam: its names are kept here so that no migration has to be written twice.
public enum Dialect: Sendable {
    case sqlite

    /// SQLite's STRICT tables know no `bigint`; PostgreSQL's `integer` has 32 bits.
    public var int64: String { "integer" }
    public var bool: String { "integer" }
    public var blob: String { "blob" }
    /// Text is compared by bytes on both engines.
    public var text: String { "text" }
    /// Ends a `create table`: the engine refuses a value of the wrong type.
    public var strict: String { "strict" }
    /// Ends a `create table` whose rows live in the primary key's order.
    public var clustered: String { "strict, without rowid" }
}
