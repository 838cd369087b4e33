/// A stored session whose visitor only goes on looking at pages: what of it is read for that, and written again.
struct OngoingSession {
    let visitor: VisitorID
    private(set) var lastSeenAt: Milliseconds
    var pageViews: Int
    let conversions: Int
    /// An event that was known already changes nothing.
    private(set) var isChanged = false

    init(visitor: VisitorID, lastSeenAt: Milliseconds, pageViews: Int, conversions: Int) {
        self.visitor = visitor
        self.lastSeenAt = lastSeenAt
        self.pageViews = pageViews
        self.conversions = conversions
    }

    mutating func see(at moment: Milliseconds) {
        lastSeenAt = max(lastSeenAt, moment)
        isChanged = true
    }
}
