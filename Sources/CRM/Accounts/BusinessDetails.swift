/// What an account says of its business: an address, a number, whom to ask.
public struct BusinessDetails: Sendable, Equatable {
    /// One line of it; the raw value is what merge fields call it (`location.postal_code`) and its column.
    public enum Item: String, Sendable, CaseIterable {
        case firstName = "first_name"
        case lastName = "last_name"
        case email, phone, address, city, state, country
        case postalCode = "postal_code"
        case website
    }

    private var values: [Item: String] = [:]

    public init() {}

    /// Never "": an empty value is absent. Of a longer one, 500 characters are kept; an e-mail address in lower case.
    public subscript(item: Item) -> String? {
        get { values[item] }
        set {
            let value = newValue?.trimmed.nonEmpty?.cut(to: 500)
            values[item] = item == .email ? value?.lowercased() : value
        }
    }
}
