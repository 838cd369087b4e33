import Database

@testable import CRM

extension Site {
    /// Rolls all days up that are over.
    func rollUp(at now: Milliseconds) async throws {
        let account = account
        var next = now
        while next <= now {
            next = try await house.database.write { connection in
                let build = try RollupBuilder.build(connection, account, now: now)
                try RollupStore.write(connection, build)
                return build.next
            }
        }
    }

    /// The blocks of a roll-up, in the order of their beginnings, the longest of each first.
    func blocks(_ rollup: Rollup) async throws -> [RollupBlock] {
        let account = account
        return try await house.database.read { connection in
            try RollupStore.blocks(connection, account, rollup, within: Milliseconds.min..<Milliseconds.max)
        }
    }

    /// What all blocks say, in a form that does not depend on the order of combinations.
    func rollupLines() async throws -> [String] {
        let account = account
        return try await house.database.read { connection in
            var lines: [String] = []
            for rollup in Rollup.all {
                let blocks = try RollupStore.blocks(
                    connection, account, rollup, within: Milliseconds.min..<Milliseconds.max)
                for block in blocks {
                    lines.append("\(rollup.name) \(block.span) \(block.range) \(block.rows)")
                    var own: [String] = []
                    let reading = RollupStore.Reading(
                        rollup: rollup, blocks: [block], prefixes: .everything, columns: rollup.stored)
                    try RollupStore.read(connection, account, [reading]) { own += try Self.lines($1, rollup) }
                    lines += own.sorted()
                }
            }
            return lines
        }
    }

    private static func lines(_ part: FactPart, _ rollup: Rollup) throws -> [String] {
        let codes = try rollup.columns.map { try part.codes($0) }
        let (counts, values) = (try part.counts(), rollup.hasAmounts ? try part.values() : nil)
        return (0..<part.rows).map { row in
            "\(codes.map { $0?[row] ?? 0 }) × \(counts?[row] ?? 0), \(values?[row] ?? 0)"
        }
    }

    func forgetRollups() async throws {
        try await house.database.write { connection in
            try connection.execute("delete from report_rollup_chunks")
            try connection.execute("delete from report_rollups")
        }
    }
}
