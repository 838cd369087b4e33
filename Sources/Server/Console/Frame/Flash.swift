import Hummingbird

/// What the page after a change says about it, once. A closed set: the cookie carries a word and never a text.
enum Flash: String, Sendable, CaseIterable {
    case signedOut = "signed_out"
    case accountCreated = "account_created"
    case contactCreated = "contact_created"
    case contactSaved = "contact_saved"
    case contactDeleted = "contact_deleted"
    case contactReviewed = "contact_reviewed"
    case noteSaved = "note_saved"
    case splitOff = "split_off"
    case nothingToSplit = "nothing_to_split"
    case released, discarded
    case fieldMapped = "field_mapped"
    case fieldMappedAndFilled = "field_mapped_and_filled"
    case formCreated = "form_created"
    case formSaved = "form_saved"
    case formArchived = "form_archived"
    case settingsSaved = "settings_saved"
    case fieldAdded = "field_added"
    case fieldRemoved = "field_removed"
    case tokenRevoked = "token_revoked"
    case userAdded = "user_added"
    case ruleDraftSaved = "rule_draft_saved"
    case ruleDraftChanged = "rule_draft_changed"
    case ruleDraftDiscarded = "rule_draft_discarded"
    case rulesImported = "rules_imported"
    case rulesRestored = "rules_restored"

    private static let name = "hw_flash"

    init?(_ request: Request) {
        self.init(rawValue: request.cookies[Self.name]?.value ?? "")
    }

    var text: String {
        switch self {
        case .signedOut: "You have signed out."
        case .accountCreated: "The account is there. Put its script on the website next."
        case .contactCreated: "Contact added."
        case .contactSaved: "Contact saved."
        case .contactDeleted: "Contact deleted."
        case .contactReviewed: "Marked as checked."
        case .noteSaved: "Note saved."
        case .splitOff: "Undone. The submission is a contact of its own now; this is the new contact."
        case .nothingToSplit: "This submission made the contact: there is nothing to split off."
        case .released: "Released. It was treated as if it had just been accepted."
        case .discarded: "Discarded. No contact was created or changed."
        case .fieldMapped: "Saved. Later submissions with this field follow; this one stays as it was."
        case .fieldMappedAndFilled:
            "Saved. Later submissions with this field follow, and the contact has this value now."
        case .formCreated: "Form saved. Share its link or paste its line into your website."
        case .formSaved: "Form saved."
        case .formArchived: "Form archived. What it brought stays."
        case .settingsSaved: "Saved."
        case .fieldAdded: "Field added."
        case .fieldRemoved: "Field removed."
        case .tokenRevoked: "Token revoked. Programs that use it are refused from now on."
        case .userAdded: "User added. They can sign in at once."
        case .ruleDraftSaved: "Draft saved. Nothing changes until you publish it."
        case .ruleDraftChanged: "The draft has changed meanwhile. Here it is as it stands now."
        case .ruleDraftDiscarded: "Draft discarded. The rules in force are as they were."
        case .rulesImported: "Imported into the draft. Nothing changes until you publish it."
        case .rulesRestored: "Restored. Its rules judge new visits from now on."
        }
    }

    var isGood: Bool { self != .nothingToSplit && self != .ruleDraftChanged }

    var cookie: Cookie { Self.cookie(rawValue, maxAge: 60) }

    /// Takes the word back once it was shown.
    static var end: Cookie { cookie("", maxAge: 0) }

    private static func cookie(_ value: String, maxAge: Int) -> Cookie {
        Cookie(name: name, value: value, maxAge: maxAge, path: "/", httpOnly: true, sameSite: .lax)
    }
}
