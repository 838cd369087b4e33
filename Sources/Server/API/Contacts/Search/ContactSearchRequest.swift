import CRM

/// What a client searches for: the body of `POST /contacts/search`.
struct ContactSearchRequest {
    private(set) var query: ContactQuery
    /// Whether the total is wanted, however long it takes to count.
    let countsAll: Bool

    /// Beyond so many contacts only `searchAfter` leads on: to pass over them costs as much as to show them.
    private static let furthest = 10_000
    private static let mostOrders = 5

    /// - Throws: `APIError.invalid` with everything that is wrong.
    init(_ body: WireValue, fields: [CustomField]) throws(APIError) {
        let names = SearchFieldNames(fields: fields)
        var reader = ContactFilterReader(names)
        var problems: [String] = []
        query = ContactQuery(limit: body["pageLimit"]?.text.flatMap { Int($0) } ?? 20)
        countsAll = body["exactTotal"]?.text == "true"
        query.search = body["query"]?.text?.nonBlank
        let conditions = reader.conditions(body["filters"], "filters")
        query.condition = conditions.isEmpty ? nil : .all(conditions)
        query.order = Self.order(body["sort"], names, &problems)
        query.start = Self.start(body["searchAfter"], query.order, &problems).map(ContactQuery.Start.after)
        let page = body["page"]?.text.flatMap { Int($0) } ?? 1
        query.offset = (max(page, 1) - 1) * query.limit
        if query.start != nil, query.offset > 0 { problems.append("page cannot be given beside searchAfter") }
        if query.offset + query.limit > Self.furthest {
            problems.append("page must not lead beyond \(Self.furthest) contacts: go on with searchAfter")
        }
        problems = reader.problems + problems
        if !problems.isEmpty { throw .invalid(problems) }
    }

    private static func order(
        _ value: WireValue?, _ names: SearchFieldNames, _ problems: inout [String]
    ) -> [ContactOrder] {
        guard case .array(let sorts) = value else { return [] }
        if sorts.count > mostOrders { problems.append("sort must have at most \(mostOrders) elements") }
        var orders: [ContactOrder] = []
        for (index, sort) in sorts.prefix(mostOrders).enumerated() {
            let name = sort["field"]?.text ?? ""
            guard let field = names.field(name), field.isSortable else {
                problems.append("sort.\(index).field \(name.cut(to: 100)) is not a field that contacts are sorted by")
                continue
            }
            orders.append(ContactOrder(field, ascending: sort["direction"]?.text?.lowercased() != "desc"))
        }
        return orders
    }

    /// The place of the last contact of the page before, as that page told it.
    private static func start(
        _ value: WireValue?, _ order: [ContactOrder], _ problems: inout [String]
    ) -> ContactPlace? {
        guard case .array(let values) = value, !values.isEmpty else { return nil }
        let leading = order.prefix { $0.field != .createdAt }
        guard values.count == leading.count + 2, let createdAt = values[leading.count].text.flatMap({ Int64($0) }),
            case .string(let id)? = values.last
        else {
            problems.append("searchAfter must be that of a contact found with the same sort")
            return nil
        }
        var places: [ContactPlace.Value?] = []
        for (order, value) in zip(leading, values) {
            let place = ContactPlace.Value(value, of: order.field)
            if place == nil, value != .null {
                problems.append("searchAfter must be that of a contact found with the same sort")
                return nil
            }
            places.append(place)
        }
        return ContactPlace(values: places, createdAt: createdAt, id: ContactID(rawValue: id))
    }
}

extension ContactPlace.Value {
    fileprivate init?(_ value: WireValue, of field: ContactSearchField) {
        switch (field.kind, value) {
        case (.moment, .number(let text)), (.flag, .number(let text)):
            guard let number = Int64(text) else { return nil }
            self = .integer(number)
        case (.number, .number(let text)):
            guard let number = Double(text) else { return nil }
            self = .number(number)
        case (.text, .string(let text)), (.key, .string(let text)), (.source, .string(let text)),
            (.channel, .string(let text)):
            self = .text(text)
        default: return nil
        }
    }
}
