import Attribution
import Database

/// Where the cells of a column come from: a column of the answer to `ContactSheet`'s query, or a list beside it.
enum ContactCell {
    case text(Int)
    case moment(Int)
    case source(Int)
    case channel(Int)
    /// Of the user agent.
    case device(Int)
    /// Of the verdict.
    case sentence(Int)
    case tags
    /// Those beside the one in this column.
    case additionalEmails(email: Int)
    case custom(FieldID)
}

/// The columns that are read for the cells, each of them once.
struct ContactSelection {
    /// First what every row is known by.
    private(set) var sql = ["c.id"]
    private(set) var positions: Set<AttributionPosition> = []

    mutating func cell(_ content: ContactColumn.Content) -> ContactCell {
        switch content {
        case .id: .text(0)
        case .property(let property): .text(column("c.\(property.rawValue)"))
        case .additionalEmails: .additionalEmails(email: column("c.email"))
        case .tags: .tags
        case .contactSource: .text(column("c.contact_source"))
        case .timeZone: .text(column("c.time_zone"))
        case .created: .moment(column("c.created_at"))
        case .updated: .moment(column("c.updated_at"))
        case .original(.channel): .channel(column("c.original_channel"))
        case .original(let fact): .text(column("c.original_\(fact.rawValue)"))
        case .custom(let field): .custom(field)
        case .attribution(let position, let field): cell(position, field)
        case .subLabel(let position): .text(column("sub_label", of: position))
        case .why(let position): .sentence(column("verdict", of: position))
        }
    }

    private mutating func cell(_ position: AttributionPosition, _ field: AttributionField) -> ContactCell {
        switch field {
        case .sessionSource: .source(column("source", of: position))
        case .createdAt: .moment(column("created_at", of: position))
        case .device: .device(column("user_agent", of: position))
        default: .text(column(field.columnName, of: position))
        }
    }

    private mutating func column(_ name: String, of position: AttributionPosition) -> Int {
        positions.insert(position)
        return column("\(position.rawValue)_one.\(name)")
    }

    mutating func column(_ text: String) -> Int {
        if let index = sql.firstIndex(of: text) { return index }
        sql.append(text)
        return sql.count - 1
    }
}

extension ContactColumn.Content {
    /// The same with the first attribution in the latest one's place.
    var ofFirst: Self {
        switch self {
        case .attribution(_, let field): .attribution(.first, field)
        case .subLabel: .subLabel(.first)
        case .why: .why(.first)
        default: self
        }
    }
}
