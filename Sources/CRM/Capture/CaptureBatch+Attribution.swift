import Attribution

extension CaptureBatch {
    /// Where a conversion came from: the landing of its session, never the page it happened on.
    func attribution(
        of conversion: Conversion, _ claim: Claim, _ draft: ContactDraft, id: AttributionID
    ) -> StoredAttribution {
        let event = claim.event
        let context = claim.context
        let own = judge(landing(of: claim), at: landedAt(event, in: claim.session), context)
        let choice = LandingChoice.choose(
            session: own, candidates: earlierLandings(event, contact: draft.contact.id, before: own.landingAt, context),
            lookBackDays: context.account.lookBackDays, now: event.occurredAt)
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

    private func judge(_ landing: Landing, at moment: Milliseconds, _ context: AccountContext) -> JudgedLanding {
        JudgedLanding(
            landing: landing, landingAt: moment,
            verdict: classifier.classify(landing, ownDomains: context.ownDomains))
    }

    private func landing(of claim: Claim) -> Landing {
        if let key = claim.session, let session = sessions[key] { return session.landing }
        let arrival = claim.event.arrival
        return Landing(url: arrival.url, referrer: arrival.referrer, userAgent: claim.event.browser.userAgent)
    }

    /// When the session of an event began.
    func landedAt(_ event: CaptureEvent, in key: Scoped<SessionID>?) -> Milliseconds {
        key.flatMap { sessions[$0]?.startedAt } ?? event.arrival.at
    }

    /// The visitor's own earlier landings, none of a session that belongs to another contact.
    private func earlierLandings(
        _ event: CaptureEvent, contact: ContactID, before moment: Milliseconds, _ context: AccountContext
    ) -> [JudgedLanding] {
        guard let visitor = event.visitor else { return [] }
        let key = Scoped(event.account, visitor)
        let stored = nonDirectSessions[key] ?? []
        let here = sessions.filter { $0.key.account == event.account && $0.value.visitor == visitor }.values
        return (stored + here)
            .filter { $0.contact == nil || $0.contact == contact }
            .filter { $0.startedAt < moment && $0.verdict.source != .direct }
            .map { judge($0.landing, at: $0.startedAt, context) }
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
