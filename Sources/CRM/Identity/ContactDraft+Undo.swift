extension ContactDraft.Change {
    static let contactSource = "contact_source"
    static let timeZone = "time_zone"
}

extension ContactDraft {
    /// Puts back what a submission had overwritten, unless something else has changed the value since.
    mutating func giveBack(_ change: Change, now: Milliseconds) {
        if let current = value(of: change.field), current == change.new {
            set(change.field, to: change.old)
            touch(now: now)
        }
        forgetEmail(of: change)
    }

    /// An address that was never the contact's, or that is its e-mail again, is no additional one.
    mutating func forgetEmail(of change: Change) {
        guard change.field == ContactProperty.email.rawValue else { return }
        let keys = [change.new, contact.properties[.email]].compactMap { $0.flatMap(EmailAddress.init)?.key }
        additionalEmails = additionalEmails.filter { !keys.contains(EmailAddress($0)?.key ?? "") }
    }

    private func value(of field: String) -> String? {
        switch Place(field) {
        case .property(let property): contact.properties[property]
        case .custom(let id): custom[id]
        case .tag(let tag): tags.contains(tag) ? tag : nil
        case .contactSource: contact.contactSource
        case .timeZone: contact.timeZone
        case nil: nil
        }
    }

    private mutating func set(_ field: String, to value: String?) {
        switch Place(field) {
        case .property(let property): contact.properties[property] = value
        case .custom(let id): custom[id] = value
        case .tag(let tag): tags.remove(tag)
        case .contactSource: contact.contactSource = value
        case .timeZone: contact.timeZone = value
        case nil: break
        }
    }

    /// Where a recorded change belongs.
    private enum Place {
        case property(ContactProperty)
        case custom(FieldID)
        case tag(String)
        case contactSource, timeZone

        init?(_ field: String) {
            if field.hasPrefix("custom:") {
                self = .custom(FieldID(rawValue: String(field.dropFirst(7))))
            } else if field.hasPrefix("tag:") {
                self = .tag(String(field.dropFirst(4)))
            } else if field == Change.contactSource {
                self = .contactSource
            } else if field == Change.timeZone {
                self = .timeZone
            } else if let property = ContactProperty(rawValue: field) {
                self = .property(property)
            } else {
                return nil
            }
        }
    }
}

extension ResolvedFields {
    /// What a stored submission said, by the targets that were found when it arrived, as far as they are there still.
    init(_ conversion: Conversion, known: Set<FieldID>) {
        self.init(
            conversion.fields.map { FilledField(name: $0.name, label: $0.label, values: [$0.value]) },
            targets: conversion.fields.map { field in
                let target = field.target.flatMap(FieldTarget.init(rawValue:))
                if case .custom(let id) = target, !known.contains(id) { return nil }
                return target
            })
    }
}
