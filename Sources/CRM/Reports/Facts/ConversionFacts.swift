/// Events that created or updated a contact and stayed with it, each by when it happened.
enum ConversionFacts {
    /// An `update` is kept for Undo and is no conversion.
    static let counts = "status in ('accepted', 'split') and kind <> 'update'"

    /// The medium is that of the event's own attribution, wherever the contact's First and Latest come from.
    static let sql = """
        select event.occurred_at, \(PersonFacts.columns), coalesce((
            select own.medium from attributions as own
            where own.account_id = event.account_id and own.contact_id = event.contact_id
                and own.submission_id = event.id
            order by own.id limit 1), event.kind)
        from conversions as event cross join contacts as person\(PersonFacts.joins)
        where event.account_id = $1 and event.occurred_at >= $3 and event.occurred_at < $4
            and event.status in ('accepted', 'split') and event.kind <> 'update'
            and person.account_id = $1 and person.id = event.contact_id
        order by event.occurred_at, event.id limit $5
        """

    private static let kind = FactSlot(ReportField.conversionKind)

    static let extras = FactExtras { row, start, rows in rows.set(kind, row.text(start)) }
}
