import Attribution

extension CaptureBatch {
    /// Turns a form or an identification into a contact: which one, what changes, and where it came from.
    ///
    /// - Parameter held: the held submission that a person releases; nothing is suspected of it any more.
    /// - Returns: why it has become none, and waits for a person.
    @discardableResult
    mutating func convert(
        _ event: CaptureEvent, in session: Scoped<SessionID>?, as held: StoredConversion?
    ) -> HeldReason? {
        guard let claim = claim(of: event, in: session) else { return nil }
        var conversion = held ?? StoredConversion(claim, id: nextID(), now: now)
        guard held == nil, let reason = claim.holdReason else {
            accept(claim, as: conversion)
            return nil
        }
        conversion.hold(claim, reason: reason, timeZone: event.browser.ip.flatMap(lookUpTimeZone))
        conversions[Scoped(event.account, conversion.conversion.id)] = conversion
        return reason
    }

    private mutating func accept(_ claim: Claim, as stored: StoredConversion) {
        var conversion = stored
        var draft = draft(for: claim, receivedAt: conversion.conversion.receivedAt)
        var changes = draft.apply(claim.fields, now: now)
        changes += [claim.event.tag.flatMap { draft.add(tag: $0, now: now) }].compactMap { $0 }
        // Applications identify at every sign-in: only the one that makes the contact is a conversion.
        let isConversion = claim.event.isForm || claim.match == .new
        if isConversion { changes += attribute(&draft, claim, conversion) }
        if claim.isEmailChangeByMatchedVisitor, !conversion.wasHeld {
            draft.contact.needsReview = .emailChangedByMatchedVisitor
        }
        put(draft, claim)
        conversion.accept(claim, for: draft.contact.id, isConversion: isConversion)
        if isConversion || !changes.isEmpty || conversion.wasHeld {
            keep(conversion.conversion, claim, changes)
            conversions[Scoped(claim.event.account, conversion.conversion.id)] = conversion
        }
        linkVisitor(claim, to: draft.contact.id)
        if isConversion, let session = claim.session { sessions[session]?.conversions += 1 }
    }

    /// Writes the attribution of a conversion, and what a contact takes from it once only.
    private mutating func attribute(
        _ draft: inout ContactDraft, _ claim: Claim, _ conversion: StoredConversion
    ) -> [ContactDraft.Change] {
        let source = draft.fillContactSource(contactSource(claim), now: now)
        let zone = draft.fillTimeZone(timeZone(claim, conversion), now: now)
        let stored = attribution(of: conversion.conversion, claim, draft, id: nextID())
        attributions[Scoped(claim.event.account, stored.id)] = stored
        addOpinions(on: stored, claim)
        draft.attribute(AttributionSummary(id: stored.id, source: stored.source), now: now)
        return [source, zone].compactMap { $0 }
    }

    private func timeZone(_ claim: Claim, _ conversion: StoredConversion) -> String? {
        conversion.wasHeld ? conversion.payload?.timeZone : claim.event.browser.ip.flatMap(lookUpTimeZone)
    }

    /// Later events of the batch find the contact as it is now, by the address it has now.
    private mutating func put(_ draft: ContactDraft, _ claim: Claim) {
        let account = claim.event.account
        contacts[Scoped(account, draft.contact.id)] = draft
        if let former = claim.formerEmail { emailOwners[Scoped(account, former.key)] = nil }
        if let email = claim.fields.email { emailOwners[Scoped(account, email.key)] = draft.contact.id }
    }

    private mutating func linkVisitor(_ claim: Claim, to contact: ContactID) {
        guard let visitor = claim.event.visitor else { return }
        let evidence: VisitorLink.Evidence =
            switch claim.match {
            case .email: .email
            case .visitor: .visitor
            case .new: .created
            }
        link(visitor, to: contact, by: evidence, at: now, in: claim.session, account: claim.event.account)
    }

    /// The contact that was matched, or a new one with the original traffic source of the visitor's very first page.
    private func draft(for claim: Claim, receivedAt: Milliseconds) -> ContactDraft {
        switch claim.match {
        case .email(let id), .visitor(let id):
            if let draft = contacts[Scoped(claim.event.account, id)] { return draft }
        case .new:
            break
        }
        let event = claim.event
        let contact = Contact(
            id: ids.identifier(at: now), properties: [:], contactSource: nil, timeZone: nil, createdAt: receivedAt,
            updatedAt: now, createdBy: event.isOwnForm ? .form : .tracking, needsReview: nil, first: nil, latest: nil,
            original: event.isForm ? originalTraffic(claim) : nil)
        return ContactDraft(new: contact)
    }

    private func originalTraffic(_ claim: Claim) -> OriginalTraffic {
        let visitor = claim.event.visitor.flatMap { visitors[Scoped(claim.event.account, $0)] }
        let landing = visitor.map { Landing(url: $0.firstURL, referrer: $0.firstReferrer) }
        return OriginalTraffic(
            firstLanding: landing ?? Landing(url: claim.event.arrival.url, referrer: claim.event.arrival.referrer),
            ownDomains: claim.context.ownDomains, catalogue: shelf.catalogue)
    }

    /// Keeps what Undo needs and what the timeline tells.
    private mutating func keep(_ conversion: Conversion, _ claim: Claim, _ changes: [ContactDraft.Change]) {
        guard let contact = conversion.contact else { return }
        let event = claim.event
        let key = Scoped(event.account, contact)
        if claim.match == .new {
            note(
                .created(by: event.isForm ? "form" : "identify"), on: key, at: event.occurredAt,
                conversion: conversion.id)
        } else {
            self.changes[Scoped(event.account, conversion.id)] = (contact, changes)
        }
        let match = claim.match.forTimeline
        note(
            event.isForm ? .submitted(matchedBy: match) : .identified(matchedBy: match), on: key, at: event.occurredAt,
            conversion: conversion.id)
        if let former = claim.formerEmail, let email = claim.fields.email {
            note(
                .emailChanged(
                    from: former.text, to: email.text, visitor: event.visitor?.description, event: event.id.description),
                on: key, at: event.occurredAt, conversion: conversion.id)
        }
    }

    mutating func note(
        _ what: TimelineEntry.Event, on contact: Scoped<ContactID>, at moment: Milliseconds, conversion: ConversionID?
    ) {
        let id: Identifier<TimelineEntry> = nextID()
        timeline[contact, default: []].append(
            TimelineEntry(id: id.rawValue, at: moment, conversion: conversion, event: what))
    }
}
