/// Where a tagged link is put.
public enum LinkChannel: String, Sendable, CaseIterable {
    case email, sms, partner

    public var label: String {
        switch self {
        case .email: "E-mail"
        case .sms: "SMS"
        case .partner: "A partner’s website"
        }
    }

    /// What `utm_source` says where nobody says otherwise.
    public var usualSource: String {
        switch self {
        case .email: "newsletter"
        case .sms: "sms"
        case .partner: "partner"
        }
    }

    var medium: String {
        switch self {
        case .email: "email"
        case .sms: "sms"
        case .partner: "referral"
        }
    }
}
