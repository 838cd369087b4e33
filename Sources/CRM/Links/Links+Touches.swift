import Attribution
import Database

extension Links {
    /// The newest clicks of a contact, those of programs too.
    public func touches(
        _ account: AccountID, _ contact: ContactID, limit: Int = 100, now: Milliseconds
    ) async throws -> [ClickTouch] {
        try await database.read { connection in
            let clicks = try LinkClickStore.clicks(connection, account, contact, limit: limit)
            guard !clicks.isEmpty else { return [] }
            let owner = try AccountStore.account(connection, account)
            let names = try LinkStore.names(connection, account, Set(clicks.map(\.link)))
            return try clicks.map { click in
                ClickTouch(
                    click: click, linkName: names[click.link] ?? "",
                    followUp: try Self.followUp(connection, click, owner, now: now))
            }
        }
    }

    private static func followUp(
        _ connection: Connection, _ click: LinkClick, _ account: Account, now: Milliseconds
    ) throws -> ClickTouch.FollowUp {
        guard click.sign == nil, let host = Host(url: click.target), account.ownDomains.contains(host) else {
            return .unexpected
        }
        // Page views go first after so many months, by the calendar or a little sooner.
        let kept = Milliseconds(account.pageViewMonths) * 28 * .day
        if account.pageViewMonths > 0, click.at < now - kept { return .unknown }
        if try LinkClickStore.isFollowed(connection, account.id, click) { return .seen }
        return now - click.at < ClickTouch.patience ? .awaited : .missing
    }
}

extension LinkClickStore {
    /// Whether a page was opened right after a click, by a browser of the same name or one that sends none.
    ///
    /// A click ties nobody to a visitor, so it may have been somebody else's: then a flag is missed, never set in error.
    fileprivate static func isFollowed(
        _ connection: Connection, _ account: AccountID, _ click: LinkClick
    ) throws -> Bool {
        try connection.row(
            """
            select 1 as found from page_views
            left join sessions on sessions.account_id = page_views.account_id and sessions.id = page_views.session_id
            where page_views.account_id = $1 and occurred_at between $2 and $3
                and (sessions.user_agent is null or sessions.user_agent = $4)
            limit 1
            """,
            [account, click.at - 5 * .second, click.at + ClickTouch.patience, click.userAgent]) != nil
    }
}
