import Attribution

/// A contact as a transaction works on it: with everything that Undo may have to give back.
struct ContactDraft: Sendable {
    var contact: Contact
    var custom: [FieldID: String]
    var tags: Set<String>
    var additionalEmails: Set<String>
    /// What is stored of it; nil for a new contact.
    private let stored: Stored?
    private(set) var isChanged: Bool

    private struct Stored: Sendable {
        let contact: Contact
        let custom: [FieldID: String]
        let tags: Set<String>
        let additionalEmails: Set<String>
    }

    var isNew: Bool { stored == nil }
    /// The contact's row as it was read; nil for a new one.
    var storedContact: Contact? { stored?.contact }
    var changesCustom: Bool { custom != stored?.custom ?? [:] }
    var changesTags: Bool { tags != stored?.tags ?? [] }
    var changesEmails: Bool { additionalEmails != stored?.additionalEmails ?? [] }
    /// The words by which it is found are made of its properties and its addresses.
    var changesTerms: Bool { changesEmails || contact.properties != stored?.contact.properties }
    var terms: Set<String> { SearchTerms.of(contact, additionalEmails: additionalEmails) }
    /// None of a new contact.
    var storedTerms: Set<String> {
        stored.map { SearchTerms.of($0.contact, additionalEmails: $0.additionalEmails) } ?? []
    }
    /// Whether First or Latest is another one than before.
    var changesAttribution: Bool {
        contact.first != stored?.contact.first || contact.latest != stored?.contact.latest
    }
    /// What may be sent to it; a new contact starts with nothing forbidden.
    var changesDoNotDisturb: Bool { contact.doNotDisturb != stored?.contact.doNotDisturb ?? DoNotDisturb() }

    /// One value that was overwritten: `field` is a property's name, `custom:<id>`, `tag:<tag>`, …
    struct Change: Sendable, Equatable {
        let field: String
        let old: String?
        let new: String?
    }

    init(existing contact: Contact, custom: [FieldID: String], tags: Set<String>, additionalEmails: Set<String>) {
        self.contact = contact
        self.custom = custom
        self.tags = tags
        self.additionalEmails = additionalEmails
        stored = Stored(contact: contact, custom: custom, tags: tags, additionalEmails: additionalEmails)
        isChanged = false
    }

    init(new contact: Contact) {
        self.contact = contact
        custom = [:]
        tags = []
        additionalEmails = []
        stored = nil
        isChanged = true
    }

    /// Writes what a submission says over what is there; says what was overwritten.
    ///
    /// A former e-mail is kept among the additional ones, which matching does not look at.
    mutating func apply(_ fields: ResolvedFields, now: Milliseconds) -> [Change] {
        var changes: [Change] = []
        for property in ContactProperty.stored {
            guard let new = fields.properties[property], new != contact.properties[property] else { continue }
            let old = contact.properties[property]
            if property == .email, let former = old.flatMap(EmailAddress.init) {
                if former.key == fields.email?.key { continue }
                additionalEmails.insert(former.text)
            }
            contact.properties[property] = new
            changes.append(Change(field: property.rawValue, old: old, new: new))
        }
        for (field, new) in fields.custom.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where custom[field] != new {
            changes.append(Change(field: "custom:\(field)", old: custom[field], new: new))
            custom[field] = new
        }
        if !changes.isEmpty { touch(now: now) }
        return changes
    }

    /// Adds a tag; nil when the contact has it already.
    mutating func add(tag: String, now: Milliseconds) -> Change? {
        guard tags.insert(tag).inserted else { return nil }
        touch(now: now)
        return Change(field: "tag:\(tag)", old: nil, new: tag)
    }

    /// Contact Source is written by a conversion only when it is empty.
    mutating func fillContactSource(_ source: String, now: Milliseconds) -> Change? {
        guard contact.contactSource == nil else { return nil }
        contact.contactSource = source
        touch(now: now)
        return Change(field: Change.contactSource, old: nil, new: source)
    }

    /// The time zone of a contact is that of the first submission that tells one.
    mutating func fillTimeZone(_ name: String?, now: Milliseconds) -> Change? {
        guard contact.timeZone == nil, let name else { return nil }
        contact.timeZone = name
        touch(now: now)
        return Change(field: Change.timeZone, old: nil, new: name)
    }

    /// The first attribution stays for ever, the latest is always the newest conversion's.
    mutating func attribute(_ summary: AttributionSummary, now: Milliseconds) {
        contact.first = contact.first ?? summary
        contact.latest = summary
        touch(now: now)
    }

    mutating func touch(now: Milliseconds) {
        contact.updatedAt = max(contact.updatedAt, now)
        isChanged = true
    }
}
