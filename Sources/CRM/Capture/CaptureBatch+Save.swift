import Database

extension CaptureBatch {
    /// Writes what the batch decided, every table sorted by key.
    func save(_ connection: Connection) throws {
        try TrackingStore.remember(
            connection, newEvents.sorted { Self.before($0.event, $1.event, by: \.description) }, now: now)
        try TrackingStore.save(
            connection,
            visitors: changedVisitors.sorted { Self.before($0, $1, by: \.description) }.compactMap { key in
                visitors[key].map { (key.account, $0) }
            })
        try TrackingStore.save(
            connection,
            sessions: changedSessions.sorted { Self.before($0, $1, by: \.description) }.compactMap { key in
                sessions[key].map { (key.account, $0) }
            })
        for (revision, opinions) in sessionOpinions.sorted(by: { Self.before($0.key, $1.key) }) {
            try OpinionStore.save(connection, revision.account, revision.key, sessions: opinions)
        }
        try TrackingStore.insert(connection, pageViews: pageViews)
        try TrackingStore.insert(connection, customEvents: customEvents)
        try ContactStore.save(
            connection,
            drafts: contacts.filter(\.value.isChanged).sorted { Self.before($0.key, $1.key, by: \.rawValue) }
                .map { ($0.key.account, $0.value) })
        try ConversionStore.save(connection, conversions.map { ($0.key.account, $0.value) })
        try AttributionStore.insert(connection, attributions.map { ($0.key.account, $0.value) })
        for (revision, opinions) in attributionOpinions.sorted(by: { Self.before($0.key, $1.key) }) {
            try OpinionStore.insert(connection, revision.account, revision.key, attributions: opinions)
        }
        for (key, change) in changes.sorted(by: { Self.before($0.key, $1.key, by: \.rawValue) }) {
            try ConversionStore.insert(
                connection, key.account, changes: change.changes, of: key.key, on: change.contact)
        }
        for (contact, entries) in timeline.sorted(by: { Self.before($0.key, $1.key, by: \.rawValue) }) {
            try TimelineStore.insert(connection, contact.account, contact.key, entries)
        }
        for (visitor, contact) in adoptions.sorted(by: { Self.before($0.key, $1.key, by: \.description) }) {
            try TrackingStore.adoptSessions(connection, visitor.account, of: visitor.key, by: contact)
        }
    }

    private static func before(_ left: Scoped<Int>, _ right: Scoped<Int>) -> Bool {
        (left.account.rawValue, left.key) < (right.account.rawValue, right.key)
    }

    static func before<Key>(_ left: Scoped<Key>, _ right: Scoped<Key>, by text: (Key) -> String) -> Bool {
        (left.account.rawValue, text(left.key)) < (right.account.rawValue, text(right.key))
    }
}
