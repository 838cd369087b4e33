import CRM

/// What a search found: one page of it.
struct WireContactSearch: Encodable {
    let contacts: [Found]
    /// How many there are in all, counted up to a ceiling.
    let total: Int
    /// `eq` where `total` is exact, `gte` where there are at least so many.
    let totalRelation: String
    let traceId: String

    /// A contact of a list, with its place in the order of the search.
    struct Found: Encodable {
        let entry: WireContactList.Entry
        let place: ContactPlace

        private enum Keys: String, CodingKey {
            case searchAfter
        }

        func encode(to encoder: any Encoder) throws {
            try entry.encode(to: encoder)
            var container = encoder.container(keyedBy: Keys.self)
            var places = container.nestedUnkeyedContainer(forKey: .searchAfter)
            for value in place.values {
                switch value {
                case nil: try places.encodeNil()
                case .text(let text): try places.encode(text)
                case .integer(let number): try places.encode(number)
                case .number(let number): try places.encode(number)
                }
            }
            try places.encode(place.createdAt)
            try places.encode(place.id)
        }
    }
}

/// A contact with the same e-mail address or phone number; null when there is none.
struct WireDuplicate: Encodable {
    @OrNull var contact: WireContact?
}
