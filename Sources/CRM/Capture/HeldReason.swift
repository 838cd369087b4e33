import Database

/// Why a conversion waits for a person: no contact yet, visible, released with one click.
public enum HeldReason: String, Sendable, Codable, CaseIterable, SQLConvertible {
    case honeypot
    case filledTooFast = "filled_too_fast"
    /// Its page had been open for longer than the form's seal is good.
    case staleForm = "stale_form"
    case bot
    case headless
    case referrerSpam = "referrer_spam"
    case rateLimited = "rate_limited"
    /// The account wants a person to confirm that a visitor known by an e-mail match may change the e-mail.
    case emailChange = "email_change"
    /// Nothing in it says whom to write to.
    case noContactDetails = "no_contact_details"

    public var text: String {
        switch self {
        case .honeypot: "A field that people cannot see was filled in."
        case .filledTooFast: "It was filled in faster than a person types."
        case .staleForm: "Its page had been open for more than three days."
        case .bot: "It was sent by a program, not by a browser."
        case .headless: "It was sent by a browser that a program steers."
        case .referrerSpam: "The visit came from a website that is known for made-up visits."
        case .rateLimited: "Many submissions came from the same address in a short time."
        case .emailChange: "It would change the e-mail of a contact whom we know from an e-mail match alone."
        case .noContactDetails: "It has no valid e-mail and no phone number."
        }
    }
}
