import Database

/// The SQL of clicks on trigger links.
enum LinkClickStore {
    private static let columns = "id, link_id, contact_id, at, sign, user_agent, target"

    static func insert(_ connection: Connection, _ account: AccountID, _ click: LinkClick) throws {
        try connection.execute(
            "insert into link_clicks (account_id, \(columns)) values ($1, $2, $3, $4, $5, $6, $7, $8)",
            [account, click.id, click.link, click.contact, click.at, click.sign, click.userAgent, click.target])
    }

    /// A click that counts, as the conversion that it is.
    static func insertConversion(_ connection: Connection, _ account: AccountID, _ click: LinkClick) throws {
        try connection.execute(
            """
            insert into conversions (account_id, id, kind, status, contact_id, fields, occurred_at, received_at)
            values ($1, $2, $3, $4, $5, '[]', $6, $6)
            """,
            [
                account, click.conversion, Conversion.Kind.triggerLink, Conversion.Status.accepted, click.contact,
                click.at,
            ])
    }

    /// The contact's clicks since a moment.
    static func recent(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, since: Milliseconds
    ) throws -> [LinkClick] {
        try connection.rows(
            """
            select \(columns) from link_clicks where account_id = $1 and contact_id = $2 and at >= $3
            order by at desc, id desc limit 1000
            """, [account, contact, since]
        ).map(click)
    }

    /// The newest first.
    static func clicks(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, limit: Int
    ) throws -> [LinkClick] {
        try connection.rows(
            """
            select \(columns) from link_clicks where account_id = $1 and contact_id = $2
            order by at desc, id desc limit $3
            """, [account, contact, limit]
        ).map(click)
    }

    /// Makes a click one of a program's, and what it was as a conversion goes.
    static func takeBack(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, _ id: ClickID, as sign: ClickSign
    ) throws {
        try connection.execute(
            "update link_clicks set sign = $3 where account_id = $1 and id = $2", [account, id, sign])
        try connection.execute(
            "delete from attributions where account_id = $1 and contact_id = $2 and submission_id = $3",
            [account, contact, id])
        try connection.execute("delete from conversions where account_id = $1 and id = $2", [account, id])
    }

    static func tallies(_ connection: Connection, _ account: AccountID) throws -> [LinkID: LinkTally] {
        let rows = try connection.rows(
            """
            select link_id, count(case when sign is null then 1 end) as clicks, count(sign) as scans,
                   count(distinct case when sign is null then contact_id end) as contacts,
                   max(case when sign is null then at end) as last_at
            from link_clicks where account_id = $1 group by link_id
            """, [account])
        var tallies: [LinkID: LinkTally] = [:]
        for row in rows {
            tallies[try row["link_id"]] = LinkTally(
                clicks: try row["clicks"], contacts: try row["contacts"], scans: try row["scans"],
                lastAt: try row["last_at"])
        }
        return tallies
    }

    private static func click(_ row: Row) throws -> LinkClick {
        LinkClick(
            id: try row["id"], link: try row["link_id"], contact: try row["contact_id"], at: try row["at"],
            sign: try row["sign"], userAgent: try row["user_agent"], target: try row["target"])
    }
}
