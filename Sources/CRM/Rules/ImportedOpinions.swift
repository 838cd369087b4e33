import Attribution
import Database

/// What the revisions that are not in use say of attributions that were brought in without a source.
enum ImportedOpinions {
    static func save(
        _ connection: Connection, _ account: Account, _ attributions: [StoredAttribution], _ books: JudgingBooks
    ) throws {
        for book in books.others {
            try OpinionStore.insert(
                connection, account.id, book.revision,
                attributions: attributions.compactMap { opinion(on: $0, by: book.classifier, account) })
        }
    }

    /// An interaction, or a source that came along with the import, is nobody's to judge.
    private static func opinion(
        on stored: StoredAttribution, by classifier: Classifier, _ account: Account
    ) -> AttributionOpinion? {
        let record = stored.record
        guard record.verdict != nil, let url = record[.url] else { return nil }
        let landing = Landing(url: url, referrer: record[.referrer], userAgent: record[.userAgent])
        // Nothing is known of the sessions before an imported landing.
        let judge = JourneyJudge(classifier: classifier, ownDomains: account.ownDomains, lookBackDays: 0)
        return judge.opinion(
            on: stored.id, besides: LockedVerdict(stored),
            own: JourneyJudge.Start(landing: landing, at: record.createdAt), earlier: { [] }, now: record.createdAt)
    }
}
