import CRM

/// One entry of a contact's timeline as the page shows it (`console/entry`).
struct TimelineItem {
    let icon: String
    let title: String
    let time: Moment
    var conversion = false
    var alert = false
    var href: Target?
    var source: SourceBadge?
    var lines: [TextLine] = []
    var matchedBy: String?
    var pages: [Page] = []
    var pagesText: String?
    var fields: [Answer] = []
    var fieldsText: String?
    var note: String?
    var noteForm: NoteForm?
    var author: String?
    var emailChange: EmailChange?
    var undo: UndoForm?

    struct Target {
        let url: String
        let text: String
    }

    struct Page {
        let time: String
        let url: String
    }

    struct Answer {
        let label: String
        let value: String
    }

    /// Where a note is changed and deleted.
    struct NoteForm {
        let id: String
        let action: String
        let body: String
        let deleteHref: String
    }

    struct EmailChange {
        let before: String
        let after: String
        let visitor: String
        let event: String
    }

    struct UndoForm {
        let action: String
        let eventId: String
        let label: String
        let explanation: String
    }

    init(icon: String, title: String, time: Moment) {
        self.icon = icon
        self.title = title
        self.time = time
    }
}

extension TimelineItem.UndoForm {
    /// - Parameter contactPage: the page of the contact that the submission is taken off.
    init(undoing conversion: ConversionID, of contactPage: String) {
        self.init(
            action: contactPage + "/undo", eventId: conversion.rawValue, label: "Undo",
            explanation: "Gives back what this submission overwrote and makes it a contact of its own.")
    }

    /// - Parameter contactPage: the page of the contact that another one was merged into.
    init(undoing merge: MergeID, of contactPage: String) {
        self.init(
            action: contactPage + "/unmerge", eventId: merge.rawValue, label: "Undo",
            explanation: "Brings the other contact back, with everything that came from it.")
    }
}
