import CRM
import Database

extension Milliseconds {
    /// A day of a story some calendar months after its beginning on the first of November 2026.
    static func month(_ number: Int, day: Int = 0) -> Milliseconds {
        let days = [30, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31]
        return on((0..<number).reduce(0) { $0 + days[$1 % 12] } + day)
    }
}

extension Site {
    /// Lets the job see the clock a day earlier, which it waits for when it sees one for the first time.
    func wakeRetention(_ moment: Milliseconds) async throws {
        _ = try await crm.retention.runOnce(now: moment - .day, budget: 0) { _ in }
    }

    /// Adds an account that keeps everything, so that on PostgreSQL no partition goes whole.
    func besideAnArchive() async throws {
        _ = try await Site(in: house, name: "Archive") { $0.pageViewMonths = 0 }
    }

    /// One round with a clock that is believed.
    @discardableResult
    func retain(at moment: Milliseconds) async throws -> RetentionRun {
        try await wakeRetention(moment)
        return try await crm.retention.runOnce(now: moment) { _ in }
    }

    /// Strangers who look at one page each, from a moment on, a second apart.
    func strangers(_ count: Int, at moment: Milliseconds) async throws {
        let events = (0..<count).map { visit(browser(), at: moment + Milliseconds($0) * .second).page() }
        for start in stride(from: 0, to: count, by: 500) {
            _ = try await crm.capture.record(Array(events[start..<min(start + 500, count)]), now: moment + .hour)
        }
    }

    func counts(_ tables: String...) async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for table in tables { counts[table] = try await house.count(table) }
        return counts
    }
}
