/// What a build has come to: everything that one transaction writes.
struct FactBuild: Sendable {
    struct Part: Sendable {
        let stretch: FactStretch
        let rows: Int
        /// By name, those that are not all empty.
        let columns: [(name: String, data: [UInt8])]
    }

    /// A part that stays where it is.
    struct Mend: Sendable {
        let stretch: FactStretch
        let rows: Int
        /// The columns that are others than they were.
        let written: [(name: String, data: [UInt8])]
        /// The columns that are all empty now.
        let gone: [String]
    }

    struct Value: Sendable {
        let field: String
        let code: Int
        let value: String
        let digest: [UInt8]
    }

    let account: AccountID
    /// Where nothing stays of what was there.
    private(set) var cleared: [FactStretch]
    private(set) var parts: [Part]
    private(set) var mended: [Mend] = []
    /// When something is otherwise than before, as far as a report may tell.
    private(set) var changed: [FactStretch]
    let newValues: [Value]
    /// How many were read.
    let rows: Int

    /// So many rows a stretch is worth beside its own.
    static let stretchWeight = 40

    init(account: AccountID, cleared: [FactStretch], parts: [Part], newValues: [Value], rows: Int) {
        self.account = account
        self.cleared = cleared
        self.parts = parts
        changed = cleared
        self.newValues = newValues
        self.rows = rows
    }

    /// Adds what became of a part; one that has too many rows by now is divided.
    mutating func add(_ splice: FactSplice, _ merged: FactColumns, partRows: Int) {
        let range = splice.stretch.range
        let pieces = FactCut.pieces(of: merged.moments, in: range, partRows: partRows)
        if pieces.count == 1, pieces[0].range == range {
            guard let mend = splice.mend(merged) else { return }
            mended.append(mend)
        } else {
            cleared.append(splice.stretch)
            parts += pieces.map { piece in
                Part(
                    stretch: FactStretch(splice.stretch.subject, piece.range), rows: piece.rows.count,
                    columns: merged.rows(piece.rows).stored(from: piece.range.lowerBound))
            }
        }
        changed.append(splice.reach)
    }

    /// Whether something of it happened before a moment.
    func reaches(before moment: Milliseconds) -> Bool {
        changed.contains { $0.range.lowerBound < moment }
    }

    var weight: Int { rows + (cleared.count + mended.count) * Self.stretchWeight }
}
