import Attribution

extension CaptureBatch {
    /// Finds or starts the visitor and the session of an event; nil when the browser named none, or named another's.
    mutating func touchSession(of event: CaptureEvent) -> Scoped<SessionID>? {
        guard let visitorID = event.visitor, let context = accounts[event.account] else { return nil }
        if let key = goesOn(event, of: visitorID) {
            ongoing[key]?.see(at: event.occurredAt)
            return key
        }
        let visitor = touchVisitor(Scoped(event.account, visitorID), landing: event.arrival)
        guard let sessionID = event.session else { return nil }
        let key = Scoped(event.account, sessionID)
        guard ongoing[key] == nil else { return nil }
        if let session = sessions[key] {
            guard session.visitor == visitorID else { return nil }
            sessions[key]?.lastSeenAt = max(session.lastSeenAt, event.occurredAt)
        } else {
            let session = start(
                sessionID, of: visitor, landing: event.arrival, browser: event.browser, context: context,
                seenAt: event.occurredAt)
            sessions[key] = session
            sessionsOfVisitor[Scoped(event.account, visitorID), default: []].append(key)
            startedSessions.insert(key)
            addOpinions(on: session, context)
        }
        changedSessions.insert(key)
        return key
    }

    /// The stored session of the visitor that an event only prolongs.
    func goesOn(_ event: CaptureEvent, of visitor: VisitorID) -> Scoped<SessionID>? {
        guard let key = event.session.map({ Scoped(event.account, $0) }) else { return nil }
        return ongoing[key]?.visitor == visitor ? key : nil
    }

    private mutating func touchVisitor(_ key: Scoped<VisitorID>, landing: CapturedLanding) -> Visitor {
        if let visitor = visitors[key] { return visitor }
        let visitor = Visitor(
            id: key.key, firstSeenAt: landing.at, firstURL: landing.url, firstReferrer: landing.referrer, link: nil)
        visitors[key] = visitor
        changedVisitors.insert(key)
        return visitor
    }

    private func start(
        _ id: SessionID, of visitor: Visitor, landing: CapturedLanding, browser: BrowserFacts, context: AccountContext,
        seenAt: Milliseconds
    ) -> Session {
        let landed = Landing(url: landing.url, referrer: landing.referrer, userAgent: browser.userAgent)
        let book = context.books.current.classifier
        return Session(
            id: id, visitor: visitor.id, contact: visitor.link?.contact, startedAt: landing.at,
            lastSeenAt: max(landing.at, seenAt), landing: landed, ip: context.account.ipStorage.kept(browser.ip),
            pageViews: 0, conversions: 0,
            verdict: SessionVerdict(
                book.decide(landed, ownDomains: context.ownDomains), by: book, ownDomains: context.account.domains))
    }

    /// Ties a visitor to a contact: its anonymous sessions become the contact's touches, later ones will be.
    ///
    /// The session in progress goes along unless the former contact has converted in it; earlier ones stay where they are.
    mutating func link(
        _ visitorID: VisitorID, to contact: ContactID, by evidence: VisitorLink.Evidence, at moment: Milliseconds,
        in session: Scoped<SessionID>?, account: AccountID
    ) {
        let key = Scoped(account, visitorID)
        guard var visitor = visitors[key] else { return }
        if visitor.link?.contact != contact {
            if let former = visitor.link?.contact {
                note(.visitorMoved(to: contact), on: Scoped(account, former), at: moment, conversion: nil)
            }
            visitor.link = VisitorLink(contact: contact, at: moment, by: evidence)
            visitors[key] = visitor
            changedVisitors.insert(key)
        }
        adoptSessions(of: key, by: contact)
        if let session, sessions[session]?.conversions == 0 { give(session, to: contact) }
    }

    private mutating func give(_ session: Scoped<SessionID>, to contact: ContactID) {
        guard let former = sessions[session], former.contact != contact else { return }
        sessions[session]?.contact = contact
        claimedSessions.insert(session)
    }

    private mutating func adoptSessions(of visitor: Scoped<VisitorID>, by contact: ContactID) {
        adoptions[visitor] = adoptions[visitor] ?? contact
        for key in sessionsOfVisitor[visitor] ?? [] where sessions[key]?.contact == nil {
            give(key, to: contact)
        }
        earlierLandings[visitor] = earlierLandings[visitor]?.map { landing in
            EarlierLanding(
                session: landing.session, contact: landing.contact ?? contact, landing: landing.landing, at: landing.at)
        }
    }
}
