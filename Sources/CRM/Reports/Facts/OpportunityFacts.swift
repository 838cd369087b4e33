/// Opportunities, each by the creation of its contact; won ones, by when they were won.
enum OpportunityFacts {
    private static let columns = """
        \(PersonFacts.columns), chance.value, chance.currency, chance.pipeline_id, chance.stage_id, chance.status
        """

    static let ofContacts = """
        select person.created_at, \(columns)
        from contacts as person cross join opportunities as chance\(PersonFacts.joins)
        where person.account_id = $1 and person.created_at >= $3 and person.created_at < $4
            and chance.account_id = $1 and chance.contact_id = person.id
        order by person.created_at, person.id, chance.id limit $5
        """

    static let won = """
        select chance.status_changed_at, \(columns)
        from opportunities as chance cross join contacts as person\(PersonFacts.joins)
        where chance.account_id = $1 and chance.status = 'won' and chance.status_changed_at >= $3
            and chance.status_changed_at < $4 and person.account_id = $1 and person.id = chance.contact_id
        order by chance.status_changed_at, chance.id limit $5
        """

    private static let pipeline = FactSlot(ReportField.pipeline)
    private static let stage = FactSlot(ReportField.stage)
    private static let status = FactSlot(ReportField.status)

    static let extras = FactExtras { row, start, rows in
        rows.draft.values.append(row.integer(start))
        rows.set(.currency, row.text(start + 1))
        rows.set(pipeline, row.text(start + 2))
        rows.set(stage, row.text(start + 3))
        rows.set(status, row.text(start + 4))
    }
}
