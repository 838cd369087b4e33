/// A standard property of a contact that a form, a person or the API may write.
public enum ContactProperty: String, Sendable, Codable, CaseIterable {
    case firstName = "first_name"
    case lastName = "last_name"
    case email
    case phone
    case address1
    case city
    case state
    case postalCode = "postal_code"
    case country
    case companyName = "company_name"
    case website
    /// The whole name: split into first and last when those are not given.
    case fullName = "full_name"

    /// The properties with a column of that name; the whole name has none.
    public static let stored = allCases.filter { $0 != .fullName }

    public var label: String {
        switch self {
        case .firstName: "First Name"
        case .lastName: "Last Name"
        case .fullName: "Full Name"
        case .email: "Email"
        case .phone: "Phone"
        case .address1: "Street Address"
        case .city: "City"
        case .state: "State"
        case .postalCode: "Postal Code"
        case .country: "Country"
        case .companyName: "Company Name"
        case .website: "Website"
        }
    }

    /// The names that a form field may carry, folded as `FieldNames.folded` does.
    var formNames: [String] {
        switch self {
        case .fullName: ["fullname", "name"]
        case .email: ["email", "emailaddress"]
        case .phone: ["phone", "phonenumber"]
        case .postalCode: ["postalcode", "zip", "zipcode"]
        default: [FieldNames.folded(rawValue)]
        }
    }
}
