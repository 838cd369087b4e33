import Attribution

/// An event that says who its visitor is, with what the batch knows: a match is a claim, not a proof.
struct Claim {
    let event: CaptureEvent
    let session: Scoped<SessionID>?
    let context: AccountContext
    let fields: ResolvedFields
    let match: ContactMatch
    /// How the visitor was known before.
    let link: VisitorLink?
    /// The address that this one takes the place of: Rule 2 alone can do that.
    let formerEmail: EmailAddress?

    /// Whether a visitor whom only an e-mail match ties to the contact takes its e-mail away.
    var isEmailChangeByMatchedVisitor: Bool { formerEmail != nil && link?.by == .email }

    /// Why a person has to look at it first.
    var holdReason: HeldReason? {
        if let suspicion = event.suspicion { return suspicion }
        if match == .new, fields.email == nil, fields.phone == nil { return .noContactDetails }
        if context.account.confirmsEmailChanges, isEmailChangeByMatchedVisitor { return .emailChange }
        return nil
    }
}

extension CaptureBatch {
    /// Finds the contact that an event belongs to; nil when the account is gone.
    func claim(of event: CaptureEvent, in session: Scoped<SessionID>?) -> Claim? {
        guard let context = accounts[event.account], let fields = resolved[Scoped(event.account, event.id)] else {
            return nil
        }
        let link = event.visitor.flatMap { visitors[Scoped(event.account, $0)]?.link }
        let owner = fields.email.flatMap { emailOwners[Scoped(event.account, $0.key)] }
        let match = ContactMatch.decide(emailOwner: owner, visitorLink: link)
        return Claim(
            event: event, session: session, context: context, fields: fields, match: match, link: link,
            formerEmail: formerEmail(fields, match, event.account))
    }

    private func formerEmail(_ fields: ResolvedFields, _ match: ContactMatch, _ account: AccountID) -> EmailAddress? {
        guard case .visitor(let id) = match, let new = fields.email,
            let old = contacts[Scoped(account, id)]?.contact.properties[.email].flatMap(EmailAddress.init)
        else { return nil }
        return old.key == new.key ? nil : old
    }
}
