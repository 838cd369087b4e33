import Attribution

extension CaptureBatch {
    /// Where a conversion came from: the landing of its session, never the page it happened on.
    func attribution(
        of conversion: Conversion, _ claim: Claim, _ draft: ContactDraft, id: AttributionID
    ) -> StoredAttribution {
        let event = claim.event
        let context = claim.context
        let choice = judge(context.books.current, context).choose(
            own: start(of: claim), earlier: { earlierStarts(claim, contact: draft.contact.id) },
            now: event.occurredAt)
        var browser = event.browser
        browser.ip = context.account.ipStorage.kept(browser.ip)
        let record = AttributionRecord.web(
            landing: choice.landing, landingAt: choice.landingAt, pageURL: event.url, verdict: choice.verdict,
            browser: browser, medium: event.medium, mediumID: event.fill?.formID, formName: event.fill?.formName,
            submissionID: conversion.id.rawValue, visitorID: event.visitor?.description,
            fbEventID: event.id.description, createdAt: event.occurredAt, carryOver: choice.carryOver)
        return StoredAttribution(
            id: id, contact: draft.contact.id, record: record, ownDomains: context.account.domains,
            landingAt: choice.landingAt)
    }

    /// What the other revisions say of a conversion that the book in use has judged.
    mutating func addOpinions(on stored: StoredAttribution, _ claim: Claim) {
        let locked = LockedVerdict(stored)
        for book in claim.context.books.others {
            let opinion = judge(book, claim.context).opinion(
                on: stored.id, besides: locked, own: start(of: claim),
                earlier: { earlierStarts(claim, contact: stored.contact) }, now: claim.event.occurredAt)
            if let opinion {
                attributionOpinions[Scoped(claim.event.account, book.revision), default: []].append(opinion)
            }
        }
    }

    /// What the other revisions say of a session that the book in use has judged.
    mutating func addOpinions(on session: Session, _ context: AccountContext) {
        for book in context.books.others {
            let decision = book.classifier.decide(session.landing, ownDomains: context.ownDomains)
            if let opinion = SessionOpinion(session: session.id, decision, besides: session.verdict) {
                sessionOpinions[Scoped(context.account.id, book.revision), default: []].append(opinion)
            }
        }
    }

    private func judge(_ book: JudgingBook, _ context: AccountContext) -> JourneyJudge {
        JourneyJudge(
            classifier: book.classifier, ownDomains: context.ownDomains, lookBackDays: context.account.lookBackDays)
    }

    private func start(of claim: Claim) -> JourneyJudge.Start {
        JourneyJudge.Start(landing: landing(of: claim), at: landedAt(claim.event, in: claim.session))
    }

    private func landing(of claim: Claim) -> Landing {
        if let key = claim.session, let session = sessions[key] { return session.landing }
        let arrival = claim.event.arrival
        return Landing(url: arrival.url, referrer: arrival.referrer, userAgent: claim.event.browser.userAgent)
    }

    /// When the session of an event began.
    private func landedAt(_ event: CaptureEvent, in key: Scoped<SessionID>?) -> Milliseconds {
        key.flatMap { sessions[$0]?.startedAt } ?? event.arrival.at
    }

    /// The visitor's own earlier landings, none of a session that belongs to another contact.
    ///
    /// A session that the batch has touched counts as it is now, whatever is stored of it.
    private func earlierStarts(_ claim: Claim, contact: ContactID) -> [JourneyJudge.Start] {
        guard let visitor = claim.event.visitor else { return [] }
        let account = claim.event.account
        let moment = landedAt(claim.event, in: claim.session)
        let stored = (earlierLandings[Scoped(account, visitor)] ?? [])
            .filter { sessions[Scoped(account, $0.session)] == nil }
        let here = (sessionsOfVisitor[Scoped(account, visitor)] ?? []).compactMap { sessions[$0] }
            .map { EarlierLanding(session: $0.id, contact: $0.contact, landing: $0.landing, at: $0.startedAt) }
        return (stored + here)
            .filter { $0.contact == nil || $0.contact == contact }
            .filter { $0.at < moment }
            .map(\.start)
    }

    /// Contact Source: the page's `?source=`, else the session's landing's, else the form's hidden value, else its name.
    func contactSource(_ claim: Claim) -> String {
        ContactSource.choose(
            pageURL: claim.event.url, landingURL: landing(of: claim).url,
            formSource: claim.event.fill?.hiddenSource ?? claim.fields.source,
            fallback: claim.event.fill?.formName ?? "API")
    }
}

extension CaptureEvent {
    /// The `medium` of the attribution record.
    fileprivate var medium: Medium {
        switch fill?.origin {
        case .own: .form
        case .external: .externalForm
        case nil: .api
        }
    }
}
