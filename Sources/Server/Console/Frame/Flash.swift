import Hummingbird

/// What the page after a change says about it, once. A closed set: the cookie carries a word and never a text.
enum Flash: String, Sendable, CaseIterable {
    case signedOut = "signed_out"
    case accountCreated = "account_created"
    case contactCreated = "contact_created"
    case contactSaved = "contact_saved"
    case contactDeleted = "contact_deleted"
    case contactReviewed = "contact_reviewed"
    case contactsMerged = "contacts_merged"
    case mergeUndone = "merge_undone"
    case mergeWasUndone = "merge_was_undone"
    case mergedSince = "merged_since"
    case personErased = "person_erased"
    case noteSaved = "note_saved"
    case noteDeleted = "note_deleted"
    case noteRefused = "note_refused"
    case taskSaved = "task_saved"
    case taskDone = "task_done"
    case taskReopened = "task_reopened"
    case taskDeleted = "task_deleted"
    case taskRefused = "task_refused"
    case opportunityCreated = "opportunity_created"
    case opportunitySaved = "opportunity_saved"
    case opportunityMoved = "opportunity_moved"
    case opportunityNotMoved = "opportunity_not_moved"
    case opportunityDeleted = "opportunity_deleted"
    case splitOff = "split_off"
    case nothingToSplit = "nothing_to_split"
    case released, discarded
    case fieldMapped = "field_mapped"
    case fieldMappedAndFilled = "field_mapped_and_filled"
    case formCreated = "form_created"
    case formSaved = "form_saved"
    case formArchived = "form_archived"
    case linkCreated = "link_created"
    case linkSaved = "link_saved"
    case linkDeleted = "link_deleted"
    case dashboardCreated = "dashboard_created"
    case dashboardSaved = "dashboard_saved"
    case dashboardChanged = "dashboard_changed"
    case dashboardDeleted = "dashboard_deleted"
    case dashboardCopied = "dashboard_copied"
    case dashboardLinkRevoked = "dashboard_link_revoked"
    case settingsSaved = "settings_saved"
    case fieldAdded = "field_added"
    case fieldRemoved = "field_removed"
    case tokenRevoked = "token_revoked"
    case webhookCreated = "webhook_created"
    case webhookDeleted = "webhook_deleted"
    case webhookSecretRenewed = "webhook_secret_renewed"
    case webhookTested = "webhook_tested"
    case deliveryRepeated = "delivery_repeated"
    case userAdded = "user_added"
    case userSaved = "user_saved"
    case userSignedOut = "user_signed_out"
    case userDeleted = "user_deleted"
    case passwordChanged = "password_changed"
    case passwordChosen = "password_chosen"
    case appSaved = "app_saved"
    case appDeleted = "app_deleted"
    case appDisconnected = "app_disconnected"
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
        case .contactsMerged: "Merged. The timeline has an Undo."
        case .mergeUndone: "Undone. This is the contact that is there again."
        case .mergeWasUndone: "This merge was undone already."
        case .mergedSince: "A later merge has to be undone first."
        case .personErased: "Erased. Nothing about this person is left but the ids of their events."
        case .noteSaved: "Note saved."
        case .noteDeleted: "Note deleted."
        case .noteRefused: "Not saved: a note has 1 to 50,000 characters."
        case .taskSaved: "Task saved."
        case .taskDone: "Task done."
        case .taskReopened: "Task opened again."
        case .taskDeleted: "Task deleted."
        case .taskRefused: "Not saved: a task has a title and a time it is due."
        case .opportunityCreated: "Opportunity added."
        case .opportunitySaved: "Opportunity saved."
        case .opportunityMoved: "Moved."
        case .opportunityNotMoved: "That stage is not there any more. Here are those that are."
        case .opportunityDeleted: "Opportunity deleted."
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
        case .linkCreated: "Link added. A contact’s record has that contact’s own address of it."
        case .linkSaved: "Link saved. Addresses that were sent out lead to the new target."
        case .linkDeleted: "Link deleted. Its addresses lead nowhere from now on."
        case .dashboardCreated: "Dashboard added."
        case .dashboardSaved: "Dashboard saved."
        case .dashboardChanged:
            "Not saved: somebody else has changed the dashboard meanwhile. Here it is as it stands now."
        case .dashboardDeleted: "Dashboard deleted. Its links lead nowhere from now on."
        case .dashboardCopied: "Copied. This is the copy."
        case .dashboardLinkRevoked: "Link revoked. It leads nowhere from now on."
        case .settingsSaved: "Saved."
        case .fieldAdded: "Field added."
        case .fieldRemoved: "Field removed."
        case .webhookCreated: "Webhook added. Give its secret to the receiver, then send a test."
        case .webhookDeleted: "Webhook deleted. Nothing more is sent to it."
        case .webhookSecretRenewed: "The secret is renewed. Requests carry both signatures for 24 hours."
        case .webhookTested: "A test is on its way. Load this page again to see what came of it."
        case .deliveryRepeated: "It is on its way again. Load this page again to see what came of it."
        case .tokenRevoked: "Token revoked. Programs that use it are refused from now on."
        case .userAdded: "User added. They can sign in at once."
        case .userSaved: "Saved. It holds from their next click on."
        case .userSignedOut: "They are signed out everywhere."
        case .userDeleted: "User deleted."
        case .passwordChanged: "Password changed. Every other browser is signed out."
        case .passwordChosen: "Password set. Sign in with it now."
        case .appSaved: "App saved."
        case .appDeleted: "App deleted. Everything it was given is good no more."
        case .appDisconnected: "Disconnected. The app’s tokens for it are good no more."
        case .ruleDraftSaved: "Draft saved. Nothing changes until you publish it."
        case .ruleDraftChanged: "The draft has changed meanwhile. Here it is as it stands now."
        case .ruleDraftDiscarded: "Draft discarded. The rules in force are as they were."
        case .rulesImported: "Imported into the draft. Nothing changes until you publish it."
        case .rulesRestored: "Restored. Its rules judge new visits from now on."
        }
    }

    var isGood: Bool {
        self != .nothingToSplit && self != .noteRefused && self != .taskRefused && self != .opportunityNotMoved
            && self != .ruleDraftChanged && self != .dashboardChanged && self != .mergeWasUndone && self != .mergedSince
    }

    var cookie: Cookie { Self.cookie(rawValue, maxAge: 60) }

    /// Takes the word back once it was shown.
    static var end: Cookie { cookie("", maxAge: 0) }

    private static func cookie(_ value: String, maxAge: Int) -> Cookie {
        Cookie(name: name, value: value, maxAge: maxAge, path: "/", httpOnly: true, sameSite: .lax)
    }
}
