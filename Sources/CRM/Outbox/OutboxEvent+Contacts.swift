extension OutboxEvent {
    /// What is told of contacts that are written, and of the submissions that made or changed them.
    ///
    /// - Parameter now: when the writing happens; nil is when each contact was last changed.
    static func events(
        of drafts: [(account: AccountID, draft: ContactDraft)],
        _ submissions: [(account: AccountID, conversion: Conversion)], now: Milliseconds?
    ) -> [OutboxEvent] {
        let accepted = submissions.filter { $0.conversion.status == .accepted }
        var origins: [Scoped<ContactID>: Set<String>] = [:]
        var isOfNoForm: Set<Scoped<ContactID>> = []
        for (account, conversion) in accepted {
            guard let contact = conversion.contact else { continue }
            let key = Scoped(account, contact)
            if let form = conversion.formID {
                origins[key, default: []].insert(form)
            } else {
                isOfNoForm.insert(key)
            }
        }
        let told = drafts.flatMap { account, draft in
            let key = Scoped(account, draft.contact.id)
            let forms = isOfNoForm.contains(key) ? [] : origins[key] ?? []
            return draft.eventTypes.map { type in
                OutboxEvent(
                    account, type, object: draft.contact.id.rawValue, contact: draft.contact.id, forms: forms,
                    at: now ?? draft.contact.updatedAt)
            }
        }
        return told + accepted.compactMap { OutboxEvent(submission: $0.conversion, of: $0.account, now: now) }
    }

    /// Nil for what is no form.
    private init?(submission conversion: Conversion, of account: AccountID, now: Milliseconds?) {
        guard let contact = conversion.contact, conversion.kind == .ownForm || conversion.kind == .externalForm else {
            return nil
        }
        let fields = conversion.fields.map { field in
            OutboxValue.object([
                "name": .text(field.name), "label": .optional(field.label), "value": .text(field.value),
            ])
        }
        self.init(
            account, .formSubmitted, object: conversion.id.rawValue, contact: contact,
            fields: [
                "formId": .optional(conversion.formID), "formName": .optional(conversion.formName),
                "pageUrl": .optional(conversion.pageURL), "fields": .list(fields),
                "eventId": .optional(conversion.event?.description),
                "visitorId": .optional(conversion.visitor?.description),
                "submittedAt": .moment(conversion.occurredAt),
            ],
            forms: Set([conversion.formID].compactMap { $0 }), at: now ?? conversion.receivedAt)
    }
}

extension ContactDraft {
    /// What others are told of when it is written.
    fileprivate var eventTypes: [OutboxEventType] {
        if isNew { return [.contactCreate] }
        var types: [OutboxEventType] = []
        if isChanged { types.append(.contactUpdate) }
        if changesTags { types.append(.contactTagUpdate) }
        if changesDoNotDisturb { types.append(.contactDndUpdate) }
        if changesAttribution { types.append(.attributionChanged) }
        return types
    }
}
