/// A stretch of time that a part covers, or none does.
struct FactPlace: Sendable {
    let range: Range<Milliseconds>
    /// How many rows the part has; 0 where there is none.
    let rows: Int
}
