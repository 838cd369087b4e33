/// Which contact a submission belongs to, in the order of the rules; the first that answers wins.
public enum ContactMatch: Sendable, Equatable {
    /// Rule 1: a contact of the account has this e-mail.
    case email(ContactID)
    /// Rule 2: the visitor is linked to a contact.
    case visitor(ContactID)
    /// Rule 3: nobody is known.
    case new

    static func decide(emailOwner: ContactID?, visitorLink: VisitorLink?) -> ContactMatch {
        if let emailOwner { return .email(emailOwner) }
        if let visitorLink { return .visitor(visitorLink.contact) }
        return .new
    }
}
