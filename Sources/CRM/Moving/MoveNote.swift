/// What a move writes down in its target, so that it can be gone on with: what is moved, and how far it has come.
struct MoveNote: Sendable, Equatable, Codable {
    /// Tells the accounts of one source from those of another.
    let source: String
    /// The account that moves; nil for everything.
    let location: String?
    /// Its number there and here, which is another one where the target has given that number away.
    let numbers: Numbers?
    /// How many tables are done.
    var tables = 0
    /// How many rows of the next table are there.
    var rows = 0
    /// The key of the row of the next table that was copied last.
    var place: [KeyValue]?

    struct Numbers: Sendable, Equatable, Codable {
        let source: AccountID
        let target: AccountID
    }

    func isSameMove(as other: MoveNote) -> Bool { source == other.source && location == other.location }
}
