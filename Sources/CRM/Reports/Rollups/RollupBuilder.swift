import Attribution
import Database

/// Finds the blocks that an account lacks, and makes them: days from parts, more days from fewer.
///
/// Days are rolled up when they are over. A block lacks as soon as a part that it is made of was made anew.
struct RollupBuilder {
    private let connection: Connection
    private let calendar: ReportCalendar
    /// The number of the last day that is over.
    private let lastDay: Int
    /// What the calendar has said before.
    private var starts: [Int: Milliseconds] = [:]
    private var dayOfStart: [Milliseconds: Int] = [:]
    private let codeOfSource: [Source: UInt32]
    private var build: RollupBuild
    private var weight = 0

    /// One transaction is over when so many rows were read for it.
    private static let mostWeight = 400_000
    /// With more combinations than this, more days at a time are no gain over fewer.
    private static let mostRows = 200_000
    /// So long after midnight a day is rolled up: what it saw may still be on its way.
    private static let delay: Milliseconds = 5 * .minute

    private init(_ connection: Connection, _ account: AccountID, now: Milliseconds) throws {
        self.connection = connection
        calendar = try ReportCalendar.load(connection, account)
        let today = calendar.day(of: now - Self.delay)
        lastDay = today.dayNumber - 1
        codeOfSource = try Self.codes(of: Set(Rollup.all.compactMap(\.source)), connection, account)
        build = RollupBuild(account: account, next: calendar.start(of: today.adding(days: 1)) + Self.delay)
    }

    /// What is to be written next.
    static func build(_ connection: Connection, _ account: AccountID, now: Milliseconds) throws -> RollupBuild {
        var builder = try RollupBuilder(connection, account, now: now)
        for subject in ReportSubject.allCases { try builder.build(subject) }
        // What was made now is what longer blocks are made of, the next time.
        if !builder.build.blocks.isEmpty { builder.build.next = now }
        return builder.build
    }

    private mutating func build(_ subject: ReportSubject) throws {
        var known: [Rollup: [RollupBlock.Span: [Int: RollupBlock]]] = [:]
        for rollup in Rollup.of(subject) { known[rollup] = try blocks(of: rollup) }
        let days = try days(of: subject)
        for day in days where weight < Self.mostWeight {
            let missing = known.filter { $0.value[.day]?[day] == nil }.map(\.key)
            if !missing.isEmpty { try buildDay(day, missing.sorted { $0.name < $1.name }, subject) }
        }
        for (rollup, blocks) in known.sorted(by: { $0.key.name < $1.key.name }) {
            for span in RollupBlock.Span.allCases {
                guard let below = span.below else { continue }
                try join(rollup, span, of: Set(days.map(below.first(around:))), blocks)
            }
        }
    }

    /// The blocks that there are, by the number of their first day; notes those that lie otherwise than days do.
    private mutating func blocks(of rollup: Rollup) throws -> [RollupBlock.Span: [Int: RollupBlock]] {
        var known: [RollupBlock.Span: [Int: RollupBlock]] = [:]
        let all = Milliseconds.min..<Milliseconds.max
        for block in try RollupStore.blocks(connection, build.account, rollup, within: all) {
            let day = day(of: block.range.lowerBound)
            if block.span.first(around: day) == day, range(day, block.span) == block.range {
                known[block.span, default: [:]][day] = block
            } else {
                build.strange.append((rollup, block))
            }
        }
        return known
    }

    /// The numbers of the days that are over and of which there are parts, in their order.
    private func days(of subject: ReportSubject) throws -> [Int] {
        let all = FactStretch(subject, Milliseconds.min..<Milliseconds.max)
        var days: Set<Int> = []
        for part in try FactPartStore.places(connection, build.account, all) {
            let last = calendar.day(of: part.range.upperBound - 1).dayNumber
            let first = calendar.day(of: part.range.lowerBound).dayNumber
            for day in first...last where day <= lastDay { days.insert(day) }
        }
        return days.sorted()
    }

    private mutating func buildDay(_ day: Int, _ rollups: [Rollup], _ subject: ReportSubject) throws {
        // A zone that has crossed the date line has left a day out.
        let range = range(day, .day)
        guard !range.isEmpty else { return }
        var drafts = rollups.map(RollupDraft.init)
        try FactReader.scan(
            connection, build.account, subject, range: range, columns: Array(Set(rollups.flatMap(\.stored))),
            needsMoments: false
        ) { part in
            let rows = part.rows(in: range)
            weight += rows.count
            for index in drafts.indices { try take(part, rows, into: &drafts[index]) }
        }
        for draft in drafts { add(draft, .day, range) }
    }

    private func take(_ part: FactPart, _ rows: Range<Int>, into draft: inout RollupDraft) throws {
        guard let source = draft.rollup.source else { return try draft.take(part, rows, source: nil) }
        // Without a code nothing has that source.
        if let code = codeOfSource[source] { try draft.take(part, rows, source: code) }
    }

    /// Makes those blocks of a span of which all that they are made of is there.
    private mutating func join(
        _ rollup: Rollup, _ span: RollupBlock.Span, of needed: Set<Int>,
        _ known: [RollupBlock.Span: [Int: RollupBlock]]
    ) throws {
        guard let below = span.below, let shorter = known[below] else { return }
        for (first, days) in Dictionary(grouping: needed, by: span.first(around:)).sorted(by: { $0.key < $1.key }) {
            guard weight < Self.mostWeight else { return }
            guard first + span.rawValue - 1 <= lastDay, known[span]?[first] == nil else { continue }
            let children = days.sorted().compactMap { shorter[$0] }
            let rows = children.reduce(0) { $0 + $1.rows }
            guard children.count == days.count, rows <= Self.mostRows else { continue }
            var draft = RollupDraft(rollup)
            let all = RollupStore.Reading(
                rollup: rollup, blocks: children, prefixes: .everything, columns: rollup.stored)
            try RollupStore.read(connection, build.account, [all]) { _, part in
                try take(part, 0..<part.rows, into: &draft)
            }
            weight += rows
            add(draft, span, range(first, span))
        }
    }

    private mutating func add(_ draft: RollupDraft, _ span: RollupBlock.Span, _ range: Range<Milliseconds>) {
        // Beside the rows, a block costs what it takes to write it.
        weight += 100
        let (chunks, cells) = draft.sorted()
        build.blocks.append(
            RollupBuild.Block(rollup: draft.rollup, span: span, range: range, chunks: chunks, cells: cells))
    }

    private mutating func range(_ day: Int, _ span: RollupBlock.Span) -> Range<Milliseconds> {
        let from = start(day)
        return from..<max(from, start(day + span.rawValue))
    }

    private static func codes(
        of sources: Set<Source>, _ connection: Connection, _ account: AccountID
    ) throws -> [Source: UInt32] {
        let field = ReportField.attribution(.sessionSource).rawValue
        let digests = Dictionary(uniqueKeysWithValues: sources.map { (FactCoding.digest($0.rawValue), $0) })
        let codes = try FactValueStore.codes(connection, account, field, Array(digests.keys))
        return Dictionary(
            uniqueKeysWithValues: codes.compactMap { digest, code in digests[digest].map { ($0, UInt32(code)) } })
    }

    private mutating func day(of start: Milliseconds) -> Int {
        if let known = dayOfStart[start] { return known }
        let day = calendar.day(of: start).dayNumber
        dayOfStart[start] = day
        return day
    }

    private mutating func start(_ day: Int) -> Milliseconds {
        if let known = starts[day] { return known }
        let start = calendar.start(of: CalendarDate(dayNumber: day))
        starts[day] = start
        return start
    }
}
