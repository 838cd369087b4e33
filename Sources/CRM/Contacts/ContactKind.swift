import Database

/// What a contact is to the business: `type` in the API.
public enum ContactKind: String, Sendable, CaseIterable, SQLConvertible {
    case lead, customer

    public var label: String {
        switch self {
        case .lead: "Lead"
        case .customer: "Customer"
        }
    }
}
