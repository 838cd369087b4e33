import Attribution
import Database

/// What a search walks along to find its contacts: the narrowest index that knows one of its conditions.
///
/// The other conditions are looked at contact by contact on the way. A condition that few contacts meet is asked first,
/// whatever the order; of the others one is taken whose index has the contacts by age.
struct ContactWalk {
    /// What follows `from`.
    let tables: String
    let scope: SearchScope
    /// Everything that must be true of a row, the walk's own condition among it.
    let condition: SQLPart

    /// From so many contacts on a condition is common.
    private static let commonFrom = 5_000

    init(_ connection: Connection, _ account: AccountID, _ query: ContactQuery) throws {
        let wishes = Self.wishes(query)
        let best = try Self.narrowest(connection, account, wishes)
        let chosen = best.map { wishes[$0] }
        let others = wishes.enumerated().filter { $0.offset != best }.map(\.element)
        if let reference = chosen?.reference, let value = chosen?.value {
            self.init(connection, account, along: reference, value, others)
        } else {
            self.init(connection, account, ofFew: chosen?.entries(account), others)
        }
    }

    /// The wish whose index is to be walked along; nil when none of them narrows much down.
    private static func narrowest(_ connection: Connection, _ account: AccountID, _ wishes: [SearchWish]) throws -> Int?
    {
        if wishes.contains(where: \.isOfOne) { return nil }
        let indexed = wishes.enumerated().compactMap { index, wish in
            wish.entries(account).map { (index: index, isByAge: wish.reference != nil, entries: $0) }
        }
        // Nothing to choose from: it is walked along however many there are.
        if indexed.count == 1, indexed[0].isByAge { return indexed[0].index }
        var best: (index: Int, count: Int)?
        for wish in indexed {
            let count = try connection.count(wish.entries, ceiling: commonFrom)
            // Where all are common, one that has its contacts by age is walked along.
            guard count < commonFrom || wish.isByAge else { continue }
            if count < best?.count ?? Int.max { best = (wish.index, count) }
        }
        return best?.index
    }

    /// Along the contacts themselves, or those that `few` names.
    private init(_ connection: Connection, _ account: AccountID, ofFew few: SQLPart?, _ others: [SearchWish]) {
        tables = "contacts"
        let scope = SearchScope(dialect: connection.dialect)
        self.scope = scope
        let named = few.map { SQLPart("contacts.id in (") + $0 + SQLPart(")") }
        condition = .joined(
            [SQLPart("contacts.account_id = #", [account])] + [named].compactMap { $0 }
                + others.map { $0.part(account, scope) }, by: "and", empty: "")
    }

    /// Along the attributions with a value, passing over those that are not the contact's First or Latest.
    private init(
        _ connection: Connection, _ account: AccountID, along reference: AttributionReference, _ value: String,
        _ others: [SearchWish]
    ) {
        // SQLite takes the tables of a cross join in the order in which they are named.
        tables = "attributions as walked cross join contacts"
        let scope = SearchScope.walking(connection.dialect)
        self.scope = scope
        condition = .joined(
            [
                Self.entries(reference.field, value, account),
                SQLPart("contacts.account_id = #", [account]), SQLPart("contacts.id = walked.contact_id"),
                SQLPart("contacts.\(reference.position.rawValue)_attribution_id = walked.id"),
            ] + others.map { $0.part(account, scope) }, by: "and", empty: "")
    }

    /// The index stores the beginning of a value; the whole of a longer one is compared too.
    static func entries(_ field: AttributionField, _ value: String, _ account: AccountID) -> SQLPart {
        let column = "walked.\(field.columnName)"
        let folded = value.asciiLowercased
        let beginning = folded.cut(to: Schema.searchedLength)
        let found = SQLPart(
            """
            walked.account_id = # and lower(substr(\(column), 1, \(Schema.searchedLength))) = #
                and \(column) is not null
            """, [account, beginning])
        return beginning == folded ? found : found + SQLPart(" and lower(\(column)) = #", [folded])
    }

    private static func wishes(_ query: ContactQuery) -> [SearchWish] {
        let words = query.search.map(SearchTerms.typed) ?? []
        return words.map(SearchWish.word) + query.conditions.flatMap(\.conjuncts).map(SearchWish.condition)
    }
}
