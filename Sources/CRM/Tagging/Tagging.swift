import Attribution
import Database

/// The health of an account's tags: what is misspelt or otherwise wrong in the links that bring visits.
///
/// It is worked out from the landings as they were stored, each time it is asked for, by the rules that the account uses
/// at that moment: there is nothing that could become stale.
public struct Tagging: Sendable {
    let database: Database
    let shelf: BookShelf
    /// The newest visits of a period that are looked at.
    var mostVisits = 200_000
    /// So many are read at a time: no read transaction stays open for long.
    var chunk = 1_000

    /// - Throws: `NotFound.account`.
    public func health(
        _ account: AccountID, over period: TaggingPeriod, now: Milliseconds
    ) async throws -> TaggingHealth {
        let start = period.start(before: now)
        var survey = TaggingSurvey(
            try await database.read { try shelf.current($0, account) })
        var last: TaggedVisit?
        var found: [TaggedVisit] = []
        repeat {
            try Task.checkCancellation()
            found = try await visits(account, since: start, before: last, limit: min(chunk, mostVisits - survey.visits))
            for visit in found { try survey.take(visit) }
            last = found.last ?? last
        } while !found.isEmpty && survey.visits < mostVisits
        let older = try await visits(account, since: start, before: last, limit: 1)
        return survey.health(over: period, isCutAt: older.isEmpty ? nil : last?.startedAt)
    }

    private func visits(
        _ account: AccountID, since start: Milliseconds, before last: TaggedVisit?, limit: Int
    ) async throws -> [TaggedVisit] {
        try await database.read { connection in
            try TaggingStore.visits(connection, account, since: start, before: last, limit: limit)
        }
    }
}
