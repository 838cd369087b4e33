import CRM

/// What a move prints: a line whenever some thousand rows more of a table are there, and one for each table compared.
struct MoveLines {
    private static let step = 50_000
    private static let width = 26

    func show(_ progress: EngineMove.Progress) throws {
        switch progress {
        case .copied(let table, let rows):
            // Chunks are smaller than a step: a line for the first of each step, and for small tables their only one.
            guard rows % Self.step < 1_000 else { return }
            try StandardOutput.line("copied    \(padded(table))\(rows)")
        case .verified(let table, let rows, let checksum):
            try StandardOutput.line("verified  \(padded(table))\(rows)  \(checksum)")
        }
    }

    private func padded(_ table: String) -> String {
        table + String(repeating: " ", count: max(2, Self.width - table.count))
    }
}
