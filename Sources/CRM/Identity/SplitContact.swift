import Attribution
import Database

/// The contact that a submission becomes when it is taken off another one: what it would have been from the start.
struct SplitContact {
    let id: ContactID
    /// Nil for an update, which has none.
    let attribution: StoredAttribution?
    private let account: Account
    private let conversion: Conversion
    private let visitor: Visitor?
    private let fields: ResolvedFields
    private let timeZone: String?

    init(
        _ connection: Connection, _ account: AccountID, _ conversion: Conversion, from former: ContactID, id: ContactID
    ) throws {
        self.id = id
        self.account = try AccountStore.account(connection, account)
        self.conversion = conversion
        attribution = try AttributionStore.ofSubmission(connection, account, former, conversion.id)
        visitor = try conversion.visitor.flatMap { id in
            try TrackingStore.visitors(connection, [Scoped(account, id)]).values.first
        }
        fields = ResolvedFields(conversion, known: Set(try FieldStore.all(connection, account).map(\.id)))
        timeZone = try ConversionStore.changes(connection, account, of: conversion.id)
            .first { $0.field == ContactDraft.Change.timeZone }?.new
    }

    func save(_ connection: Connection, ids: IDSource, now: Milliseconds) throws {
        var draft = draft
        // An update that made no contact has no attribution; as a contact of its own it came by integration.
        let stored =
            attribution
            ?? StoredAttribution(
                id: ids.identifier(at: now), contact: id,
                record: .interaction(
                    .integration, submissionID: conversion.id.rawValue, createdAt: conversion.occurredAt))
        draft.attribute(AttributionSummary(id: stored.id, source: stored.source), now: conversion.receivedAt)
        try ContactStore.save(connection, drafts: [(account.id, draft)], now: now)
        if attribution == nil { try AttributionStore.insert(connection, [(account.id, stored)]) }
    }

    /// As old as the submission, so that of two contacts with one address the former stays the one that matches.
    private var draft: ContactDraft {
        let contact = Contact(
            id: id, properties: [:], contactSource: contactSource, timeZone: timeZone, createdAt: conversion.receivedAt,
            updatedAt: conversion.receivedAt, createdBy: conversion.kind == .ownForm ? .form : .tracking,
            needsReview: nil, first: nil, latest: nil, original: originalTraffic)
        var draft = ContactDraft(new: contact)
        _ = draft.apply(fields, now: conversion.receivedAt)
        if let tag = conversion.tag { _ = draft.add(tag: tag, now: conversion.receivedAt) }
        return draft
    }

    private var contactSource: String {
        ContactSource.choose(
            pageURL: conversion.pageURL, landingURL: landing?.url, formSource: fields.source,
            fallback: conversion.formName ?? "API")
    }

    private var originalTraffic: OriginalTraffic? {
        guard conversion.kind != .update, let landing else { return nil }
        let first = visitor.map { Landing(url: $0.firstURL, referrer: $0.firstReferrer) }
        return OriginalTraffic(firstLanding: first ?? landing, ownDomains: account.ownDomains)
    }

    /// The landing of the submission's own session.
    private var landing: Landing? {
        guard let record = attribution?.record else { return nil }
        if let carried = record.carryOver { return Landing(url: carried.directURL, referrer: carried.directReferrer) }
        return record[.url].map { Landing(url: $0, referrer: record[.referrer]) }
    }
}
