import Attribution

/// An attribution that another system kept, as it was brought in.
public struct ImportedAttribution: Sendable, Equatable {
    /// Nil: the rules decide from `url` and `referrer`.
    public var source: Source?
    public var values: [AttributionField: String]
    public var createdAt: Milliseconds?

    public init(source: Source?, values: [AttributionField: String], createdAt: Milliseconds?) {
        self.source = source
        self.values = values
        self.createdAt = createdAt
    }
}

/// The First and the Latest that come with a new contact.
public struct ImportedHistory: Sendable, Equatable {
    public var first: ImportedAttribution?
    public var latest: ImportedAttribution?

    public init(first: ImportedAttribution?, latest: ImportedAttribution?) {
        self.first = first
        self.latest = latest
    }
}

/// The attributions of a contact that is not made by capture.
enum ContactMaking {
    /// First, then Latest; one alone stands for both.
    static func attributions(
        of contact: ContactID, by maker: ContactMaker, history: ImportedHistory?, classifier: Classifier,
        account: Account, ids: IDSource, now: Milliseconds
    ) -> [StoredAttribution] {
        let imported = [history?.first, history?.latest].compactMap { $0 }
        guard imported.isEmpty else {
            return imported.map {
                stored($0, of: contact, classifier: classifier, account: account, ids: ids, now: now)
            }
        }
        let record = AttributionRecord.interaction(maker.interaction, mediumID: maker.mediumID, createdAt: now)
        return [StoredAttribution(id: ids.identifier(at: now), contact: contact, record: record)]
    }

    static func stored(
        _ imported: ImportedAttribution, of contact: ContactID, classifier: Classifier, account: Account, ids: IDSource,
        now: Milliseconds
    ) -> StoredAttribution {
        let createdAt = imported.createdAt ?? now
        var record: AttributionRecord
        if let source = imported.source {
            record = AttributionRecord(source: source, createdAt: createdAt, isImported: true)
        } else {
            let landing = Landing(
                url: imported.values[.url] ?? "", referrer: imported.values[.referrer],
                userAgent: imported.values[.userAgent])
            record = AttributionRecord.web(
                landing: landing, landingAt: createdAt, pageURL: nil,
                verdict: classifier.classify(landing, ownDomains: account.ownDomains), medium: .api,
                createdAt: createdAt)
            record.isImported = true
        }
        for (field, value) in imported.values { record[field] = value }
        record[.ip] = account.ipStorage.kept(record[.ip])
        return StoredAttribution(
            id: ids.identifier(at: now), contact: contact, record: record, ownDomains: account.domains, landingAt: nil)
    }
}
