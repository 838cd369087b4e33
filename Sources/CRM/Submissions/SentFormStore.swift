import Database

/// The SQL of the accepted submissions of forms.
///
/// A page far back is found in two steps: the place where it begins is counted off the index alone, and what it shows is
/// read from there.
enum SentFormStore {
    static func page(_ connection: Connection, _ account: AccountID, _ query: SentFormQuery) throws -> SentForms {
        let conditions = try Conditions(connection, account, query)
        let total = try conditions.count(connection)
        guard query.offset < Int64(total), let place = try conditions.place(connection, behind: query.offset) else {
            return SentForms(forms: [], total: total)
        }
        let conversions = try conditions.rows(connection, from: place, limit: query.limit)
        let attributed = try ExportStore.attributed(connection, account, conversions)
        let keys = Set(conversions.compactMap(\.contact)).sorted().map { Scoped(account, $0) }
        let contacts = try ContactStore.contacts(connection, keys)
        return SentForms(
            forms: attributed.map { found in
                SentForm(
                    conversion: found.conversion,
                    contact: found.conversion.contact.flatMap { contacts[Scoped(account, $0)] },
                    attribution: found.attribution)
            }, total: total)
    }
}

/// What must be true of a submission, as SQL with its values.
private struct Conditions {
    private var parts = [
        "account_id = $1", "kind in ('form', 'external_form')", "status in ('accepted', 'split')",
        "received_at >= $2", "received_at < $3",
    ]
    private var values: [any SQLConvertible]

    init(_ connection: Connection, _ account: AccountID, _ query: SentFormQuery) throws {
        values = [account, query.received.lowerBound, query.received.upperBound]
        if let form = query.formID { parts.append("form_id = \(place(form))") }
        guard let words = query.words?.trimmed.nonEmpty else { return }
        if try ContactStore.contact(connection, account, ContactID(rawValue: words)) != nil {
            parts.append("contact_id = \(place(words))")
        } else {
            addTerms(SearchTerms.typed(words))
        }
    }

    private mutating func addTerms(_ terms: [String]) {
        guard !terms.isEmpty else { return parts.append("1 = 0") }
        for term in terms {
            parts.append(
                """
                contact_id in (select contact_terms.contact_id from contact_terms where contact_terms.account_id = $1
                    and term >= \(place(term)) and term < \(place(term + "\u{10FFFF}")))
                """)
        }
    }

    private mutating func place(_ value: any SQLConvertible) -> String {
        values.append(value)
        return "$\(values.count)"
    }

    private var text: String { parts.joined(separator: " and ") }

    func count(_ connection: Connection) throws -> Int {
        try connection.row("select count(*) as count from conversions where \(text)", values)?["count"] ?? 0
    }

    /// Where a page begins.
    func place(_ connection: Connection, behind skipped: Int64) throws -> SubmissionCursor? {
        try connection.row(
            """
            select received_at, id from conversions where \(text)
            order by received_at desc, id desc limit 1 offset $\(values.count + 1)
            """, values + [skipped]
        ).map { SubmissionCursor(receivedAt: try $0["received_at"], id: try $0["id"]) }
    }

    func rows(_ connection: Connection, from place: SubmissionCursor, limit: Int) throws -> [Conversion] {
        let count = values.count
        return try connection.rows(
            """
            select \(ConversionStore.columns) from conversions
            where \(text) and (received_at, id) <= ($\(count + 1), $\(count + 2))
            order by received_at desc, id desc limit $\(count + 3)
            """, values + [place.receivedAt, place.id, limit]
        ).map(ConversionStore.conversion)
    }
}
