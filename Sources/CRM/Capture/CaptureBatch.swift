import Attribution
import Database

/// The working set of one capture transaction: what the batch needs is read in one query a table, every decision is taken
/// here in order (a later event sees what an earlier one did), and `save` writes what came of it.
struct CaptureBatch {
    let now: Milliseconds
    let ids: IDSource
    let shelf: BookShelf
    /// The accounts as the batches before have found them.
    let known: CapturingAccounts
    let lookUpTimeZone: @Sendable (String) -> String?

    private var ordinal = 0

    var accounts: [AccountID: AccountContext] = [:]
    /// The events that are stored, or that the batch has taken already.
    var seen: Set<Scoped<EventID>> = []
    var visitors: [Scoped<VisitorID>: Visitor] = [:]
    /// Those that are new, and the stored ones of visitors who convert.
    var sessions: [Scoped<SessionID>: Session] = [:]
    /// The other stored ones.
    var ongoing: [Scoped<SessionID>: OngoingSession] = [:]
    /// Which of `sessions` are a visitor's.
    var sessionsOfVisitor: [Scoped<VisitorID>: [Scoped<SessionID>]] = [:]
    /// What the submissions say, by event.
    var resolved: [Scoped<EventID>: ResolvedFields] = [:]
    /// What conversions may take over, as far as it is stored.
    var earlierLandings: [Scoped<VisitorID>: [EarlierLanding]] = [:]
    var contacts: [Scoped<ContactID>: ContactDraft] = [:]
    var emailOwners: [Scoped<String>: ContactID] = [:]

    var changedVisitors: Set<Scoped<VisitorID>> = []
    var startedSessions: Set<Scoped<SessionID>> = []
    var changedSessions: Set<Scoped<SessionID>> = []
    /// Those that have become a contact's.
    var claimedSessions: Set<Scoped<SessionID>> = []
    var adoptions: [Scoped<VisitorID>: ContactID] = [:]
    var pageViews: [PageView] = []
    var customEvents: [CustomEvent] = []
    var conversions: [Scoped<ConversionID>: StoredConversion] = [:]
    var attributions: [Scoped<AttributionID>: StoredAttribution] = [:]
    var changes: [Scoped<ConversionID>: (contact: ContactID, changes: [ContactDraft.Change])] = [:]
    var timeline: [Scoped<ContactID>: [TimelineEntry]] = [:]
    var sessionOpinions: [Scoped<Int>: [SessionOpinion]] = [:]
    var attributionOpinions: [Scoped<Int>: [AttributionOpinion]] = [:]

    init(
        now: Milliseconds, ids: IDSource, shelf: BookShelf, known: CapturingAccounts = CapturingAccounts(),
        lookUpTimeZone: @escaping @Sendable (String) -> String?
    ) {
        self.now = now
        self.ids = ids
        self.shelf = shelf
        self.known = known
        self.lookUpTimeZone = lookUpTimeZone
    }

    /// An id that sorts after those the batch has made before.
    mutating func nextID<Noun>() -> Identifier<Noun> {
        ordinal += 1
        return ids.identifier(at: now, ordinal: ordinal)
    }

    /// Takes one event; what it changes is in the working set afterwards.
    mutating func take(_ event: CaptureEvent) -> CaptureAnswer {
        let key = Scoped(event.account, event.id)
        guard seen.insert(key).inserted else { return .duplicate }
        let session = touchSession(of: event)
        switch event.kind {
        case .pageView(let title):
            record(pageView: event, title: title, in: session)
        case .form, .identify:
            if let reason = convert(event, in: session, as: nil) { return .held(reason) }
        case .custom(let name, let data):
            customEvents.append(
                CustomEvent(
                    account: event.account, event: event.id, session: session?.key, visitor: event.visitor,
                    occurredAt: event.occurredAt, receivedAt: now, url: event.url, name: name, data: data))
        }
        return .stored
    }

    private mutating func record(pageView event: CaptureEvent, title: String?, in session: Scoped<SessionID>?) {
        if let session {
            sessions[session]?.pageViews += 1
            ongoing[session]?.pageViews += 1
        }
        pageViews.append(
            PageView(
                account: event.account, event: event.id, session: session?.key, visitor: event.visitor,
                occurredAt: event.occurredAt, receivedAt: now, url: event.url, referrer: event.referrer, title: title))
    }
}
