import Attribution
import Database
import Testing

@testable import CRM

/// Blocks are cut into chunks, and of those the ones are read that a question is about.
@Suite struct RollupChunksTests {
    private static let rollup = Rollup.of(.visits).max { $0.columns.count < $1.columns.count }

    /// A draft with `rows` combinations of a few codes each.
    private static func draft(_ rollup: Rollup, rows: Int, _ dice: inout Dice) throws -> (RollupDraft, Set<[UInt32]>) {
        var combinations: Set<[UInt32]> = []
        while combinations.count < rows {
            combinations.insert(rollup.columns.indices.map { UInt32.random(in: 0...(3 << $0), using: &dice) })
        }
        let all = Array(combinations).shuffled(using: &dice)
        var blobs: [String: [UInt8]] = [:]
        for (place, column) in rollup.columns.enumerated() {
            blobs[column.name] = FactCodes.stored(all.map { $0[place] }, rows: rows)
        }
        var draft = RollupDraft(rollup)
        let part = try FactPart(rollup.subject, from: 0, to: .day, rows: rows, blobs: blobs)
        try draft.take(part, 0..<rows, source: nil)
        return (draft, combinations)
    }

    private static func codes(_ part: FactPart, _ rollup: Rollup) throws -> [[UInt32]] {
        let columns = try rollup.columns.map { try part.codes($0) }
        return (0..<part.rows).map { row in columns.map { UInt32($0?[row] ?? 0) } }
    }

    @Test func `a block comes back whole, in the order of its codes`() async throws {
        let rollup = try #require(Self.rollup)
        var dice = Dice(11)
        let (draft, combinations) = try Self.draft(rollup, rows: 10_000, &dice)
        let site = try await Site()
        let block = try await site.write(draft)
        #expect(block.rows == 10_000)
        #expect(block.chunks.count == 10)
        let found = try await site.rows(rollup, block, .everything, Self.codes)
        #expect(found == combinations.sorted { $0.lexicographicallyPrecedes($1) })
    }

    @Test func `a question about one campaign reads few chunks, and misses none of its rows`() async throws {
        let rollup = try #require(Self.rollup)
        var dice = Dice(12)
        let (draft, combinations) = try Self.draft(rollup, rows: 40_000, &dice)
        let site = try await Site()
        let block = try await site.write(draft)
        for length in 0...rollup.columns.count {
            let prefix = try #require(combinations.randomElement(using: &dice)).prefix(length)
            let prefixes = Self.prefixes(Array(prefix), rollup)
            let found = try await site.rows(rollup, block, prefixes, Self.codes)
            #expect(Set(found.filter { $0.starts(with: prefix) }) == combinations.filter { $0.starts(with: prefix) })
            if length >= 3 { #expect(found.count <= 2 * RollupChunks.mostRows, "\(length)") }
        }
        let none = Self.prefixes([0, 99], rollup)
        #expect(try await site.rows(rollup, block, none, Self.codes).count <= RollupChunks.mostRows)
    }

    @Test func `the chunks of several prefixes are those that may hold rows of one of them`() {
        var chunks = RollupChunks(columns: 2)
        for first: [UInt32] in [[0, 0], [1, 5], [1, 9], [2, 0], [7, 1]] { chunks.append(rows: 10, first: first) }
        func runs(_ prefixes: [UInt32]...) -> [Range<Int>] {
            chunks.runs(RollupPrefixes(joining: prefixes.map { Self.prefixes($0) }))
        }
        #expect(runs([]) == [0..<5])
        #expect(runs([0]) == [0..<1])
        #expect(runs([1]) == [0..<3])
        #expect(runs([1, 7]) == [1..<2])
        #expect(runs([1, 9]) == [1..<3])
        #expect(runs([3], [0]) == [0..<1, 3..<4])
        #expect(runs([8]) == [4..<5])
        #expect(runs([2, 0], [2, 1]) == [2..<4])
        #expect(chunks.runs(RollupPrefixes(joining: [])).isEmpty)
    }

    @Test func `chunks that are not what was stored are damaged`() throws {
        var chunks = RollupChunks(columns: 3)
        chunks.append(rows: RollupChunks.mostRows, first: [0, 1, 2])
        chunks.append(rows: 1, first: [70_000, 0, .max])
        #expect(try RollupChunks(stored: chunks.stored, columns: 3) == chunks)
        for bytes in [Array(chunks.stored.dropLast()), [0, 0, 0, 0] + chunks.stored.dropFirst(4)] {
            #expect(throws: FactError.damaged) { try RollupChunks(stored: bytes, columns: 3) }
        }
        #expect(throws: FactError.damaged) { try RollupChunks(stored: chunks.stored, columns: 2) }
    }

    @Test func `columns that are not what was stored are damaged`() throws {
        let rollup = try #require(Self.rollup)
        let names = Set(rollup.columns.map(\.name))
        let columns = [rollup.columns[1].name: [1, 0, 0, 0, 7] as [UInt8], FactPart.countsName: [1, 0, 0, 0, 9]]
        let cells = RollupCells.stored(columns, of: rollup)
        #expect(try RollupCells.columns(cells, of: rollup, names.union([FactPart.countsName])) == columns)
        #expect(try RollupCells.columns(cells, of: rollup, [FactPart.countsName]).count == 1)
        let damaged = [[], Array(cells.dropLast()), cells + [0], [255, 255, 255, 255] + cells.dropFirst(4)]
        for bytes in damaged {
            #expect(throws: FactError.damaged) { try RollupCells.columns(bytes, of: rollup, names) }
        }
    }

    /// What filters come to that let one code of each of the first columns through.
    private static func prefixes(_ codes: [UInt32], _ rollup: Rollup? = rollup) -> RollupPrefixes {
        guard let rollup else { return .everything }
        let filters = zip(rollup.columns, codes).compactMap { column, code -> FilterTable? in
            guard case .report(let own) = column else { return nil }
            var dictionary = FactDictionary()
            for other in 1...100 { dictionary.append("value \(other)", code: other) }
            let condition = code == 0 ? ReportFilter.Condition.isEmpty : .isAny(of: ["value \(code)"])
            return FilterTable(ReportFilter(own, condition), dictionary, ReportNames())
        }
        return RollupPrefixes(filters, in: rollup)
    }
}

extension Site {
    /// Stores what was drafted as the block of one day, and reads it again.
    fileprivate func write(_ draft: RollupDraft) async throws -> RollupBlock {
        let account = account
        let (chunks, cells) = draft.sorted()
        let block = RollupBuild.Block(
            rollup: draft.rollup, span: .day, range: 0..<Milliseconds.day, chunks: chunks, cells: cells)
        try await house.database.write { connection in
            try RollupStore.write(connection, RollupBuild(account: account, blocks: [block], next: 0))
        }
        return try #require(try await blocks(draft.rollup).first)
    }

    fileprivate func rows(
        _ rollup: Rollup, _ block: RollupBlock, _ prefixes: RollupPrefixes,
        _ codes: @escaping @Sendable (FactPart, Rollup) throws -> [[UInt32]]
    ) async throws -> [[UInt32]] {
        let account = account
        return try await house.database.read { connection in
            var rows: [[UInt32]] = []
            let reading = RollupStore.Reading(
                rollup: rollup, blocks: [block], prefixes: prefixes, columns: rollup.stored)
            try RollupStore.read(connection, account, [reading]) { rows += try codes($1, rollup) }
            return rows
        }
    }
}
