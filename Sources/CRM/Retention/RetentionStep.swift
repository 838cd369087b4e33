/// What is deleted when its time is over, in the order in which it is done: visitors go when their sessions are gone.
enum RetentionStep: String, Sendable, CaseIterable, Codable {
    case pageViews, customEvents, eventIDs, sessions, visitors, claims, refusals, refusedHosts, outbox, attempts,
        signIns

    /// The rows that are walked along and the condition under which one of them goes.
    ///
    /// Contacts, their attributions, conversions, timelines and touches appear nowhere here: they stay for ever. `$1` is
    /// the end of the time that is kept, `$2` the account.
    var walk: RetentionWalk {
        switch self {
        case .pageViews:
            RetentionWalk("page_views", by: [.integer("occurred_at"), .blob("event_id")], until: "occurred_at < $1")
        case .customEvents:
            RetentionWalk("custom_events", by: [.integer("occurred_at"), .blob("event_id")], until: "occurred_at < $1")
        case .eventIDs:
            RetentionWalk("event_ids", by: [.blob("event_id")], if: "received_at < $1 and not conversion")
        case .sessions:
            // A session that a replay may be judging stays until the replay is over, or its opinion would be orphaned.
            RetentionWalk(
                "sessions", by: [.integer("started_at"), .blob("id")], until: "started_at < $1",
                if: """
                    last_seen_at < $1 and contact_id is null and conversions = 0 and not exists (
                        select 1 from replays
                        where replays.account_id = sessions.account_id and replays.state in ('queued', 'running'))
                        and visitor_id not in (\(Self.waitingVisitors))
                    """)
        case .visitors:
            RetentionWalk(
                "visitors", by: [.blob("id")],
                if: """
                    first_seen_at < $1 and contact_id is null and not exists (
                        select 1 from sessions
                        where sessions.account_id = visitors.account_id and sessions.visitor_id = visitors.id)
                        and id not in (\(Self.waitingVisitors))
                    """)
        case .claims:
            RetentionWalk(
                "contact_claims", by: [.text("kind"), .text("value")], if: "claimed_at < $1", isPrivate: true)
        case .refusals:
            RetentionWalk("refusals", by: [.integer("day"), .text("reason")], until: "day < $1")
        case .refusedHosts:
            RetentionWalk("refused_hosts", by: [.integer("day"), .text("host")], until: "day < $1")
        case .outbox:
            // With its deliveries; one that somebody repeats by hand stays until it is over.
            RetentionWalk(
                "outbox", by: [.text("id")], until: "at < $1",
                if: """
                    not exists (
                        select 1 from deliveries
                        where deliveries.account_id = outbox.account_id and deliveries.event_id = outbox.id
                            and deliveries.state = 'pending')
                    """)
        case .attempts:
            RetentionWalk(
                "attempts", by: [.text("bucket"), .integer("at"), .text("id")], if: "at < $1", isOfAccount: false,
                isPrivate: true)
        case .signIns:
            RetentionWalk("console_sessions", by: [.blob("token_hash")], if: "expires_at < $1", isOfAccount: false)
        }
    }

    /// Those of whom a submission waits for a person: when it is released, it looks back from when it was sent.
    private static let waitingVisitors = """
        select visitor_id from conversions
        where account_id = $2 and status = 'held' and visitor_id is not null
        """

    /// The end of the time that is kept, as the step's walk counts it (milliseconds, or days since 1970); nil keeps all.
    func end(for account: RetentionAccount?, now: Milliseconds) -> Int64? {
        switch self {
        case .pageViews, .customEvents: account?.pageViewEnd(now: now)
        case .sessions, .visitors: account?.sessionEnd(now: now)
        case .eventIDs: now - Retention.eventIDTime
        case .claims: now - Retention.claimTime
        case .refusals: CalendarMonth.moment(Retention.refusalMonths, before: now) / .day
        case .refusedHosts: now / .day - RefusedHostStore.daysKept + 1
        case .outbox: now - Retention.outboxTime
        case .attempts: now - Retention.attemptTime
        case .signIns: now
        }
    }
}
