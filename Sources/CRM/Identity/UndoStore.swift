import Database

/// The SQL of taking a submission off a contact.
enum UndoStore {
    /// Whether the contact exists because of this submission.
    static func made(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, by id: ConversionID
    ) throws -> Bool {
        try connection.row(
            """
            select 1 as found from timeline
            where account_id = $1 and contact_id = $2 and conversion_id = $3 and entry like '{"created"%' limit 1
            """, [account, contact, id]) != nil
    }

    /// The next submission that wrote the same field of the contact, and what it overwrote.
    static func next(
        _ connection: Connection, _ account: AccountID, after change: ContactDraft.Change, of id: ConversionID,
        on contact: ContactID
    ) throws -> (conversion: ConversionID, old: String?)? {
        try connection.row(
            """
            select conversion_id, old_value from contact_changes
            where account_id = $1 and contact_id = $2 and field = $3 and ordinal > (
                select ordinal from contact_changes where account_id = $1 and conversion_id = $4 and field = $3)
            order by ordinal limit 1
            """, [account, contact, change.field, id]
        ).map { (try $0["conversion_id"], try $0["old_value"]) }
    }

    /// What a later submission would give back is what the one before it would have.
    static func setOld(
        _ connection: Connection, _ account: AccountID, _ change: ContactDraft.Change, of later: ConversionID
    ) throws {
        try connection.execute(
            """
            update contact_changes set old_value = $4 where account_id = $1 and conversion_id = $2 and field = $3
            """, [account, later, change.field, change.old])
    }

    /// Another submission of the same form that still stands on the contact, so that the form's tag must stay.
    static func another(
        _ connection: Connection, _ account: AccountID, withFormOf conversion: Conversion, on contact: ContactID
    ) throws -> ConversionID? {
        try connection.row(
            """
            select id from conversions
            where account_id = $1 and contact_id = $2 and form_name = $3 and kind = $4 and status = 'accepted'
                and id <> $5
            order by id limit 1
            """, [account, contact, conversion.formName, conversion.kind, conversion.id]
        ).map { try $0["id"] }
    }

    /// From now on the change is that of another submission, unless that one has made it too.
    static func hand(
        _ connection: Connection, _ account: AccountID, _ change: ContactDraft.Change, from: ConversionID,
        to: ConversionID
    ) throws {
        try connection.execute(
            """
            update contact_changes set conversion_id = $4
            where account_id = $1 and conversion_id = $2 and field = $3 and not exists (
                select 1 from contact_changes as theirs
                where theirs.account_id = $1 and theirs.conversion_id = $4 and theirs.field = $3)
            """, [account, from, change.field, to])
    }

    static func setLatest(
        _ connection: Connection, _ account: AccountID, _ id: ContactID, _ latest: AttributionSummary
    ) throws {
        try connection.execute(
            """
            update contacts set latest_attribution_id = $3, latest_source = $4 where account_id = $1 and id = $2
            """, [account, id, latest.id, latest.source])
    }
}
