import Database

extension CaptureBatch {
    /// Reads what the events need, one query a table.
    mutating func load(_ events: [CaptureEvent], _ connection: Connection) throws {
        try CaptureLocks.take(connection, for: events)
        let conversions = events.filter(\.isConversion)
        accounts = try known.contexts(
            connection, Set(events.map(\.account)), submitting: Set(conversions.map(\.account)), shelf)
        seen = try remember(events, connection)
        try loadTracking(events, connection)
        guard !conversions.isEmpty else { return }
        resolve(conversions)
        try loadContacts(conversions, connection)
        try loadEarlierLandings(events, connection)
    }

    /// Of two events with one id the first counts.
    private func remember(_ events: [CaptureEvent], _ connection: Connection) throws -> Set<Scoped<EventID>> {
        let kinds = Dictionary(
            events.map { (Scoped($0.account, $0.id), $0.isConversion) }, uniquingKeysWith: { first, _ in first })
        return try TrackingStore.remember(
            connection, kinds.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, now: now)
    }

    private mutating func loadTracking(_ events: [CaptureEvent], _ connection: Connection) throws {
        let (deciding, ongoing) = Self.sessions(of: events)
        sessions = try TrackingStore.sessions(connection, deciding)
        for (key, session) in sessions {
            sessionsOfVisitor[Scoped(key.account, session.visitor), default: []].append(key)
        }
        self.ongoing = try TrackingStore.ongoingSessions(connection, ongoing)
        let visitors = events.compactMap { event in
            event.visitor.flatMap { goesOn(event, of: $0) == nil ? Scoped(event.account, $0) : nil }
        }
        self.visitors = try TrackingStore.visitors(connection, Self.unique(visitors))
    }

    /// The sessions in which something is decided, because their visitors convert, and those that only go on.
    private static func sessions(
        of events: [CaptureEvent]
    ) -> (deciding: [Scoped<SessionID>], ongoing: [Scoped<SessionID>]) {
        let converting = Set(
            events.compactMap { event in
                event.isConversion ? event.visitor.map { Scoped(event.account, $0) } : nil
            })
        var deciding: Set<Scoped<SessionID>> = []
        var all: Set<Scoped<SessionID>> = []
        for event in events {
            guard let key = event.session.map({ Scoped(event.account, $0) }) else { continue }
            all.insert(key)
            let isDeciding = event.visitor.map { converting.contains(Scoped(event.account, $0)) } ?? false
            if isDeciding || event.isConversion { deciding.insert(key) }
        }
        return (Array(deciding), Array(all.subtracting(deciding)))
    }

    private mutating func loadContacts(_ events: [CaptureEvent], _ connection: Connection) throws {
        let emails = Set(events.compactMap(emailKey)).sorted()
        try ContactStore.claim(connection, emailKeys: emails, now: now)
        emailOwners = try ContactStore.owners(connection, emailKeys: emails)
        let converting = Self.unique(events.compactMap { event in event.visitor.map { Scoped(event.account, $0) } })
        let linked = converting.compactMap { key in visitors[key]?.link.map { Scoped(key.account, $0.contact) } }
        let owners = emailOwners.map { Scoped($0.key.account, $0.value) }
        contacts = try ContactStore.drafts(connection, Self.unique(linked + owners))
        for key in converting {
            if let contact = visitors[key]?.link?.contact, contacts[Scoped(key.account, contact)] == nil {
                visitors[key]?.link = nil
            }
        }
        // A contact may have been deleted, or given another address, before it could be locked.
        emailOwners = emailOwners.filter { address, owner in
            let email = contacts[Scoped(address.account, owner)]?.contact.properties[.email]
            return email.flatMap(EmailAddress.init)?.key == address.key
        }
    }

    /// What each submission says, read once; an event that came twice in a batch counts once.
    private mutating func resolve(_ events: [CaptureEvent]) {
        for event in events {
            guard let names = accounts[event.account]?.names else { continue }
            let key = Scoped(event.account, event.id)
            if resolved[key] == nil { resolved[key] = ResolvedFields(event.fields, names: names) }
        }
    }

    func emailKey(_ event: CaptureEvent) -> Scoped<String>? {
        resolved[Scoped(event.account, event.id)]?.email.map { Scoped(event.account, $0.key) }
    }

    private static func unique<Key: Hashable>(_ keys: [Key]) -> [Key] {
        Array(Set(keys))
    }
}
