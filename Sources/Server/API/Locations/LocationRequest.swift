import CRM

/// What a body says of a location.
struct LocationRequest {
    private let body: WireValue

    init(_ body: WireValue) { self.body = body }

    var name: String? { body["name"]?.text }
    var timeZone: String? { body["timezone"]?.text }
    var allowsDuplicates: Bool? { body["settings"]?["allowDuplicateContact"]?.text.map { $0 == "true" } }

    /// Writes what the body names into what is known of the business; what it does not name stays.
    func apply(to details: inout BusinessDetails) {
        for (item, name) in Self.names {
            if let value = body[name] { details[item] = value.text }
        }
        for (item, name) in [(BusinessDetails.Item.firstName, "firstName"), (.lastName, "lastName"), (.email, "email")]
        {
            if let value = body["prospectInfo"]?[name] { details[item] = value.text }
        }
    }

    private static let names: [(BusinessDetails.Item, String)] = [
        (.phone, "phone"), (.email, "email"), (.address, "address"), (.city, "city"), (.state, "state"),
        (.country, "country"), (.postalCode, "postalCode"), (.website, "website"),
    ]
}
