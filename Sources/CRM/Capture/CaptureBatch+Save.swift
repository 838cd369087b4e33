import Database

extension CaptureBatch {
    /// Writes what the batch decided, every table sorted by key.
    func save(_ connection: Connection) throws {
        try TrackingStore.save(
            connection, visitors: changedVisitors.sorted().compactMap { key in visitors[key].map { (key.account, $0) } }
        )
        try TrackingStore.insert(connection, sessions: keyed(startedSessions))
        try TrackingStore.update(connection, progress: progress())
        try TrackingStore.update(connection, owners: keyed(claimedSessions.subtracting(startedSessions)))
        for (revision, opinions) in sessionOpinions.sorted(by: { $0.key < $1.key }) {
            try OpinionStore.save(connection, revision.account, revision.key, sessions: opinions)
        }
        try TrackingStore.insert(connection, pageViews: pageViews)
        try TrackingStore.insert(connection, customEvents: customEvents)
        try ContactStore.save(
            connection,
            drafts: contacts.filter(\.value.isChanged).sorted { $0.key < $1.key }
                .map { ($0.key.account, $0.value) },
            submissions: conversions.sorted { $0.key < $1.key }.map { ($0.key.account, $0.value.conversion) }, now: now)
        try ConversionStore.save(
            connection, conversions.sorted { $0.key < $1.key }.map { ($0.key.account, $0.value) })
        try AttributionStore.insert(
            connection, attributions.sorted { $0.key < $1.key }.map { ($0.key.account, $0.value) },
            contactAges: contacts.mapValues(\.contact.createdAt))
        for (revision, opinions) in attributionOpinions.sorted(by: { $0.key < $1.key }) {
            try OpinionStore.insert(connection, revision.account, revision.key, attributions: opinions)
        }
        try ConversionStore.insert(
            connection,
            changes: changes.sorted { $0.key < $1.key }.flatMap { key, change in
                change.changes.map { (key, change.contact, $0) }
            })
        try TimelineStore.insert(
            connection,
            timeline.sorted { $0.key < $1.key }.flatMap { contact, entries in entries.map { (contact, $0) } })
        try TrackingStore.adoptSessions(connection, adoptions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    private func progress() -> [SessionProgress] {
        let decided = changedSessions.subtracting(startedSessions).compactMap { key in
            sessions[key].map { SessionProgress(key, $0) }
        }
        let ongoing = ongoing.lazy.filter(\.value.isChanged).map { SessionProgress($0.key, $0.value) }
        return (decided + ongoing).sorted { $0.key < $1.key }
    }

    private func keyed(_ keys: Set<Scoped<SessionID>>) -> [(account: AccountID, session: Session)] {
        keys.sorted().compactMap { key in sessions[key].map { (key.account, $0) } }
    }
}
