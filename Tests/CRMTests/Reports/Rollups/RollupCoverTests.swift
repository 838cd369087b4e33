import Testing

@testable import CRM

/// Which blocks answer for a range.
@Suite struct RollupCoverTests {
    /// Days 0 to 20 of a calendar without summer time, those of them in longer blocks too, but for day 6.
    private static let blocks: [RollupBlock] = (0..<20).flatMap { day -> [RollupBlock] in
        guard day != 6 else { return [] }
        let isFirst = day % 4 == 0 && day != 4
        return (day == 0 ? [] : isFirst ? [block(.fourDays, day)] : []) + [block(.day, day)]
    }

    private static func block(_ span: RollupBlock.Span, _ day: Int) -> RollupBlock {
        RollupBlock(span: span, range: days(day, day + span.rawValue), chunks: RollupChunks(columns: 1))
    }

    private static func days(_ first: Int, _ end: Int) -> Range<Milliseconds> {
        Milliseconds(first) * .day..<Milliseconds(end) * .day
    }

    private static func cover(_ range: Range<Milliseconds>, cuts: [Milliseconds] = []) -> RollupCover {
        RollupCover(of: range, from: blocks, cuts: cuts)
    }

    @Test func `the longest block that fits is taken, and what lies between is a gap`() {
        let cover = Self.cover(Self.days(3, 17))
        #expect(cover.blocks.map(\.span) == [.day, .day, .day, .day, .fourDays, .fourDays, .day])
        #expect(cover.gaps == [Self.days(6, 7)])
    }

    @Test func `a range that begins or ends within a day reads the rest of that day from its parts`() {
        let (hour, day) = (Milliseconds.hour, Milliseconds.day)
        let cover = Self.cover(8 * day + hour..<11 * day - hour)
        #expect(cover.blocks == [Self.block(.day, 9)])
        #expect(cover.gaps == [8 * day + hour..<9 * day, 10 * day..<11 * day - hour])
    }

    @Test func `no block reaches from one bucket into the next`() {
        let cover = Self.cover(Self.days(8, 16), cuts: [8, 10, 12].map { $0 * .day })
        #expect(cover.blocks.map(\.span) == [.day, .day, .day, .day, .fourDays])
        #expect(cover.gaps.isEmpty)
    }

    @Test func `without blocks all of it is a gap`() {
        let cover = RollupCover(of: Self.days(1, 9), from: [])
        #expect(cover.blocks.isEmpty)
        #expect(cover.gaps == [Self.days(1, 9)])
    }
}
