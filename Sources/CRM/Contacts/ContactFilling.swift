import Database

extension Contacts {
    /// Writes what one field of a submission says to the submission's contact, unless there is a value already.
    ///
    /// An e-mail address is never written this way: it decides which contact later submissions belong to.
    ///
    /// - Returns: whether the contact has the value now.
    /// - Throws: `NotFound.conversion`.
    static func fill(
        _ connection: Connection, _ account: AccountID, from submission: ConversionID, fieldNamed name: String,
        at target: FieldTarget, by maker: ContactMaker, ids: IDSource, now: Milliseconds
    ) throws -> Bool {
        guard let conversion = try ConversionStore.conversion(connection, account, submission) else {
            throw NotFound.conversion
        }
        guard conversion.status == .accepted, let id = conversion.contact,
            let value = conversion.fields.first(where: { $0.name == name })?.value.trimmed.nonEmpty,
            var draft = try ContactStore.drafts(connection, [Scoped(account, id)]).values.first,
            let edit = draft.filling(target, with: value)
        else { return false }
        let changed: [String]
        do {
            changed = try draft.apply(edit, fields: try FieldStore.all(connection, account), now: now)
        } catch is InvalidField {
            // What a visitor typed need not be a phone number; the submission keeps it.
            return false
        }
        guard !changed.isEmpty else { return false }
        try ContactStore.save(connection, drafts: [(account, draft)])
        let entry: Identifier<TimelineEntry> = ids.identifier(at: now)
        let event = TimelineEntry.Event.edited(by: maker.name, fields: changed)
        try TimelineStore.insert(
            connection, account, id, [TimelineEntry(id: entry.rawValue, at: now, conversion: nil, event: event)])
        return true
    }
}

extension ContactDraft {
    /// The edit that puts a value into an empty place; nil when the place is taken or not to be filled.
    fileprivate func filling(_ target: FieldTarget, with value: String) -> ContactEdit? {
        var edit = ContactEdit()
        switch target {
        case .property(.email): return nil
        case .property(.fullName):
            guard contact.properties[.firstName] == nil, contact.properties[.lastName] == nil else { return nil }
            edit.properties[.fullName] = value
        case .property(let property):
            guard contact.properties[property] == nil else { return nil }
            edit.properties[property] = value
        case .custom(let id):
            guard custom[id] == nil else { return nil }
            edit.custom[id] = value
        case .contactSource:
            guard contact.contactSource == nil else { return nil }
            edit.contactSource = .some(value)
        }
        return edit
    }
}
