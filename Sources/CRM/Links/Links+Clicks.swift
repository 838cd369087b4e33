import Attribution
import Database

extension Links {
    /// Whom an address belongs to and where it leads; nil when this server never gave it out, or its link is gone.
    public func visit(_ token: String) async throws -> LinkVisit? {
        guard let token = LinkToken(token) else { return nil }
        return try await database.read { connection in
            guard let link = try LinkStore.link(connection, code: token.code) else { return nil }
            let account = try AccountStore.account(connection, link.account)
            guard token.isGenuine(for: link, secret: account.formSecret) else { return nil }
            let contact = try LinkStore.contact(connection, link.account, answeringTo: token.contact)
            let values = try MergeFields.values(connection, link.account, for: contact)
            return LinkVisit(link: link, contact: contact, address: link.target.resolved(with: values))
        }
    }

    /// Writes down that an address was opened, in one transaction with what that changes: a person's click is a conversion
    /// and sets Latest, a program's changes nothing.
    ///
    /// The contact is locked first: of clicks that arrive together, each sees those before it.
    @discardableResult
    public func record(_ visit: LinkVisit, _ arrival: ClickArrival) async throws -> LinkClick? {
        guard let contact = visit.contact else { return nil }
        let account = visit.link.account
        return try await database.write(.readCommitted) { connection in
            guard var draft = try ContactStore.drafts(connection, [Scoped(account, contact)]).values.first else {
                return nil
            }
            let recent = try LinkClickStore.recent(
                connection, account, contact, since: arrival.at - ClickDecision.repetition)
            switch ClickDecision.decide(visit.link.id, sign: arrival.sign, at: arrival.at, recent: recent) {
            case .repeated:
                return nil
            case .counted:
                return try count(click(visit, contact, arrival, sign: nil), of: visit, arrival, &draft, connection)
            case .scanned(let sign, let mistaken):
                let click = click(visit, contact, arrival, sign: sign)
                try LinkClickStore.insert(connection, account, click)
                try takeBack(mistaken, account, &draft, now: arrival.at, connection)
                return click
            }
        }
    }

    private func click(
        _ visit: LinkVisit, _ contact: ContactID, _ arrival: ClickArrival, sign: ClickSign?
    ) -> LinkClick {
        LinkClick(
            id: ids.identifier(at: arrival.at), link: visit.link.id, contact: contact, at: arrival.at, sign: sign,
            userAgent: arrival.browser.userAgent?.cut(to: 1_024), target: URLRedaction.stored(visit.address))
    }

    private func count(
        _ click: LinkClick, of visit: LinkVisit, _ arrival: ClickArrival, _ draft: inout ContactDraft,
        _ connection: Connection
    ) throws -> LinkClick {
        let account = try AccountStore.account(connection, visit.link.account)
        let stored = try attribution(of: click, visit, arrival, account, connection)
        draft.attribute(AttributionSummary(id: stored.id, source: stored.source), now: click.at)
        try LinkClickStore.insert(connection, account.id, click)
        try LinkClickStore.insertConversion(connection, account.id, click)
        try AttributionStore.insert(connection, [(account.id, stored)])
        try ContactStore.save(connection, drafts: [(account.id, draft)], now: click.at)
        try Outbox.note(
            connection,
            [OutboxEvent(click, visit.link), OutboxEvent(attributionOf: click.contact, account.id, at: click.at)])
        return click
    }

    /// The target's own tags say where it came from; the page or the message that showed the link says nothing.
    private func attribution(
        of click: LinkClick, _ visit: LinkVisit, _ arrival: ClickArrival, _ account: Account, _ connection: Connection
    ) throws -> StoredAttribution {
        let books = try shelf.judging(connection, [account])[account.id] ?? shelf.builtIn
        var browser = arrival.browser
        browser.ip = account.ipStorage.kept(browser.ip)
        let record = AttributionRecord.triggerLink(
            target: visit.address, verdict: books.current.classifier.classifyTriggerLink(target: visit.address),
            browser: browser, linkID: visit.link.id.rawValue, submissionID: click.id.rawValue, createdAt: click.at)
        return StoredAttribution(
            id: ids.identifier(at: click.at), contact: click.contact, record: record, ownDomains: account.domains)
    }

    /// A contact falls back to the newest attribution that is left.
    private func takeBack(
        _ clicks: [ClickID], _ account: AccountID, _ draft: inout ContactDraft, now: Milliseconds,
        _ connection: Connection
    ) throws {
        guard !clicks.isEmpty else { return }
        let contact = draft.contact.id
        for id in clicks { try LinkClickStore.takeBack(connection, account, contact, id, as: .burst) }
        let latest = try AttributionStore.newest(connection, account, of: contact)
        draft.fallBack(to: latest, now: now)
        try ContactStore.save(connection, drafts: [(account, draft)], now: now)
        try Outbox.note(connection, [OutboxEvent(attributionOf: contact, account, at: now)])
    }
}

extension ContactDraft {
    /// What was Latest turned out to be no conversion. Where nothing is left, nothing ever was: that First was none either.
    fileprivate mutating func fallBack(to latest: AttributionSummary?, now: Milliseconds) {
        contact.latest = latest
        if latest == nil { contact.first = nil }
        touch(now: now)
    }
}

extension OutboxEvent {
    fileprivate init(attributionOf contact: ContactID, _ account: AccountID, at now: Milliseconds) {
        self.init(account, .attributionChanged, object: contact.rawValue, contact: contact, at: now)
    }

    fileprivate init(_ click: LinkClick, _ link: TriggerLink) {
        self.init(
            link.account, .triggerLinkClicked, object: click.id.rawValue, contact: click.contact,
            fields: [
                "linkId": .text(link.id.rawValue), "linkName": .text(link.name), "redirectTo": .text(link.target.text),
                "url": .text(click.target), "clickedAt": .moment(click.at),
            ], at: click.at)
    }
}
