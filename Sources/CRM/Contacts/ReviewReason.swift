import Database

/// Why the owner should look at a contact.
public enum ReviewReason: String, Sendable, SQLConvertible {
    /// A visitor known by an e-mail match alone has changed the contact's e-mail: perhaps a stranger.
    case emailChangedByMatchedVisitor = "email_changed_by_matched_visitor"

    public var text: String {
        switch self {
        case .emailChangedByMatchedVisitor:
            "The e-mail was changed by a visitor we only know from an e-mail match. Look at the timeline; Undo gives the former address back."
        }
    }
}
