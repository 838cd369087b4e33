import Database

/// What the rows of one subject have beside what every contact's have.
struct FactExtras: Sendable {
    /// Reads them from a row, the first of them at a position.
    let read: @Sendable (borrowing ColumnView, Int, inout FactRows) -> Void
}
