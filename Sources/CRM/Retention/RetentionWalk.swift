/// A table, the key along which it is walked, and the rows of it that go.
struct RetentionWalk: Sendable {
    /// A column of the key; each kind has a value that no row comes before.
    enum Column: Sendable {
        case integer(String)
        case text(String)
        case blob(String)

        var name: String {
            switch self {
            case .integer(let name), .text(let name), .blob(let name): name
            }
        }
    }

    let table: String
    /// With the account before it, where the table has one, this is the primary key or an index.
    let key: [Column]
    /// Ends the walk: the key begins with a time, and what is younger is not even looked at. Nil walks the whole table.
    let range: String?
    /// What else a row has to be to go; nil is nothing.
    let condition: String?
    let isOfAccount: Bool
    /// The key says who somebody is, so the place in it is written down nowhere: a later run begins the table again.
    let isPrivate: Bool

    init(
        _ table: String, by key: [Column], until range: String? = nil, if condition: String? = nil,
        isOfAccount: Bool = true, isPrivate: Bool = false
    ) {
        self.table = table
        self.key = key
        self.range = range
        self.condition = condition
        self.isOfAccount = isOfAccount
        self.isPrivate = isPrivate
    }
}
