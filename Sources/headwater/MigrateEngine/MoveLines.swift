import CRM

/// What a move prints: a line for each table that has rows when it is there and when it was compared, and one on the way
/// whenever some thousand rows more have come.
struct MoveLines {
    private static let step = 50_000
    private static let width = 26

    func show(_ progress: EngineMove.Progress) throws {
        switch progress {
        case .copied(let table, let rows, let isLast):
            // Chunks are smaller than a step: on the way, the first of each step is told.
            guard isLast ? rows > 0 : rows >= Self.step && rows % Self.step < 1_000 else { return }
            try StandardOutput.line("\(isLast ? "copied    " : "copying   ")\(padded(table))\(rows)")
        case .verified(let table, let rows, let checksum):
            guard rows > 0 else { return }
            try StandardOutput.line("verified  \(padded(table))\(rows)  \(checksum)")
        }
    }

    private func padded(_ table: String) -> String {
        table + String(repeating: " ", count: max(2, Self.width - table.count))
    }
}
