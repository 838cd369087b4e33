/// What of a stored session changes with every event.
struct SessionProgress {
    let key: Scoped<SessionID>
    let lastSeenAt: Milliseconds
    let pageViews: Int
    let conversions: Int
}

extension SessionProgress {
    init(_ key: Scoped<SessionID>, _ session: Session) {
        self.init(
            key: key, lastSeenAt: session.lastSeenAt, pageViews: session.pageViews, conversions: session.conversions)
    }

    init(_ key: Scoped<SessionID>, _ session: OngoingSession) {
        self.init(
            key: key, lastSeenAt: session.lastSeenAt, pageViews: session.pageViews, conversions: session.conversions)
    }
}
