/// Contacts, each by its creation.
enum ContactFacts {
    static let sql = """
        select person.created_at, \(PersonFacts.columns)
        from contacts as person\(PersonFacts.joins)
        where person.account_id = $1 and person.created_at >= $3 and person.created_at < $4
        order by person.created_at, person.id limit $5
        """

    static let extras = FactExtras { _, _, _ in }
}
