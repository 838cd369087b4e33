import Attribution
import CRM

/// Puts the entries of a contact's timeline into words.
struct TimelineEntries {
    private let contact: ContactID
    private let conversions: [ConversionID: Conversion]
    private let sources: [String: Source]
    private let changedEmail: Set<ConversionID>
    private let created: Set<ConversionID>
    private let paths: AccountPaths
    private let clock: AccountClock

    init(_ detail: ContactDetail, _ journey: Journey, _ paths: AccountPaths, _ clock: AccountClock) {
        contact = detail.contact.id
        conversions = journey.conversions
        let attributions = [detail.latest, detail.first].compactMap { $0 }
        sources = Dictionary(
            attributions.compactMap { stored in stored.record[.submissionID].map { ($0, stored.source) } },
            uniquingKeysWith: { first, _ in first })
        changedEmail = Set(journey.entries.filter(\.changesEmail).compactMap(\.conversion))
        created = Set(journey.entries.filter(\.creates).compactMap(\.conversion))
        self.paths = paths
        self.clock = clock
    }

    /// Nil for an entry that another one tells as well.
    func item(_ entry: TimelineEntry) -> TimelineItem? {
        switch entry.event {
        case .created(let maker): creation(entry, by: maker)
        case .submitted(let match): submission(entry, match, verb: "Submitted")
        case .identified(let match): submission(entry, match, verb: "Identified by")
        case .emailChanged(let before, let after, let visitor, let event):
            emailChange(entry, before: before, after: after, visitor: visitor, event: event)
        case .visitorMoved(let other):
            moved("The visitor gave another contact’s e-mail and belongs to it now", entry, to: other)
        case .splitOff(let other): moved("A submission was taken off this contact", entry, to: other)
        case .splitFrom(let other): moved("Split off another contact by Undo", entry, to: other)
        case .edited(let person, let fields): edit(entry, by: person, fields)
        case .merged(let merge, _, let name, let person): self.merge(entry, merge, name, by: person)
        case .unmerged(let other, let person):
            moved("A merge was undone by \(person)", entry, to: other)
        }
    }

    private func creation(_ entry: TimelineEntry, by maker: String) -> TimelineItem? {
        // The submission below it says that it made the contact.
        guard entry.conversion == nil else { return nil }
        var item = TimelineItem(icon: "user", title: "Contact created", time: clock.moment(entry.at))
        item.conversion = true
        item.author = maker
        return item
    }

    private func submission(_ entry: TimelineEntry, _ match: TimelineEntry.Match, verb: String) -> TimelineItem {
        let conversion = entry.conversion.flatMap { conversions[$0] }
        let name = conversion?.formName ?? (conversion?.kind == .identify ? "the page" : "a form")
        var item = TimelineItem(icon: "forms", title: "\(verb) \(name)", time: clock.moment(entry.at))
        item.conversion = true
        item.matchedBy = match.explanation
        guard let conversion else { return item }
        item.source = sources[conversion.id.rawValue].map(SourceBadge.init)
        item.lines = [conversion.pageURL].compactMap { $0 }.map { TextLine(text: "On \($0)") }
        item.fields = conversion.fields.filter { !$0.value.isEmpty }
            .map { TimelineItem.Answer(label: $0.label ?? $0.name, value: $0.value) }
        item.fieldsText = item.fields.isEmpty ? nil : Count.text(item.fields.count, "field")
        item.href = TimelineItem.Target(url: paths.submission(conversion.id), text: "Open the submission")
        if !changedEmail.contains(conversion.id) { item.undo = undo(conversion) }
        return item
    }

    private func emailChange(
        _ entry: TimelineEntry, before: String?, after: String, visitor: String?, event: String?
    ) -> TimelineItem {
        var item = TimelineItem(icon: "mail", title: "E-mail address changed", time: clock.moment(entry.at))
        item.alert = true
        item.emailChange = TimelineItem.EmailChange(
            before: before ?? "none", after: after, visitor: visitor ?? "unknown", event: event ?? "unknown")
        item.undo = entry.conversion.flatMap { conversions[$0] }.flatMap(undo)
        return item
    }

    /// Offered while the submission stands on this contact and did not make it.
    private func undo(_ conversion: Conversion) -> TimelineItem.UndoForm? {
        guard conversion.status == .accepted, conversion.contact == contact, !created.contains(conversion.id) else {
            return nil
        }
        return TimelineItem.UndoForm(undoing: conversion.id, of: paths.contact(contact))
    }

    private func moved(_ title: String, _ entry: TimelineEntry, to other: ContactID) -> TimelineItem {
        var item = TimelineItem(icon: "undo", title: title, time: clock.moment(entry.at))
        item.href = TimelineItem.Target(url: paths.contact(other), text: "Open the other contact")
        return item
    }

    func item(_ touch: ClickTouch) -> TimelineItem {
        TimelineItem(touch, source: sources[touch.click.id.rawValue].map { SourceBadge($0) }, clock)
    }

    private func merge(_ entry: TimelineEntry, _ merge: MergeID, _ name: String, by person: String) -> TimelineItem {
        var item = TimelineItem(icon: "user", title: "Merged with “\(name)”", time: clock.moment(entry.at))
        item.author = person
        item.undo = TimelineItem.UndoForm(undoing: merge, of: paths.contact(contact))
        return item
    }

    private func edit(_ entry: TimelineEntry, by person: String, _ fields: [String]) -> TimelineItem {
        var item = TimelineItem(icon: "user", title: "Edited", time: clock.moment(entry.at))
        item.lines = [TextLine(text: fields.joined(separator: ", "))]
        item.author = person
        return item
    }

    func item(_ note: ContactNote) -> TimelineItem {
        var item = TimelineItem(icon: "note", title: note.title ?? "Note", time: clock.moment(note.createdAt))
        item.note = note.body
        item.author = note.author
        let here = paths.note(note)
        item.noteForm = TimelineItem.NoteForm(
            id: note.id.rawValue, action: here, body: note.body, deleteHref: here + "/delete")
        return item
    }
}

extension TimelineEntry {
    fileprivate var changesEmail: Bool {
        if case .emailChanged = event { true } else { false }
    }

    fileprivate var creates: Bool {
        if case .created = event { true } else { false }
    }
}

extension TimelineEntry.Match {
    var explanation: String {
        switch self {
        case .email: "Matched by e-mail: this contact had the address already."
        case .visitor: "Matched by visitor: this browser belonged to the contact already."
        case .new: "New contact: no contact had this address, and this browser belonged to none."
        }
    }
}
