import CRM

/// One page of contacts.
struct WireContactList: Encodable {
    let contacts: [Entry]
    let count: Int
    let meta: Meta

    /// A contact of a list has `attributions` beside everything that it has alone.
    struct Entry: Encodable {
        let contact: WireContact
        let attributions: [WireListedAttribution]

        init(
            _ detail: ContactDetail, of account: Account, fields: [CustomField],
            opinions: [AttributionID: SecondOpinion]
        ) {
            contact = WireContact(detail, of: account, fields: fields, opinions: opinions)
            attributions =
                [detail.first.map { WireListedAttribution(stored: $0, position: .first) }].compactMap { $0 }
                + [detail.latest.map { WireListedAttribution(stored: $0, position: .latest) }].compactMap { $0 }
        }

        private enum Keys: String, CodingKey {
            case attributions
        }

        func encode(to encoder: any Encoder) throws {
            try contact.encode(to: encoder)
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(attributions, forKey: .attributions)
        }
    }

    /// Where the page stands in the list.
    struct Meta: Encodable {
        let total: Int
        /// Where the next page begins: the last contact of this one, in milliseconds and by id; null on an empty page.
        @OrNull var startAfter: Int64?
        @OrNull var startAfterId: String?
        /// Null on the last page.
        @OrNull var nextPageUrl: String?
    }
}
