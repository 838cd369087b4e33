import CRM

/// The notes on contacts.
struct NotesOperations: Sendable {
    let crm: CRM

    var operations: [Operation] {
        let notes = NotesController(crm: crm)
        return [
            .on(
                .get, "/contacts/{contactId}/notes", "get-all-notes", .contacts, "The notes on a contact, newest first",
                .readContacts, query: Self.page, answers: [.ok(.notes)], work: notes.list),
            .on(
                .post, "/contacts/{contactId}/notes", "create-note", .contacts, "Writes a note", .writeContacts,
                body: .object(.newNote), answers: [.created(.singleNote)], work: notes.create),
            .on(
                .get, "/contacts/{contactId}/notes/{id}", "get-note", .contacts, "One note", .readContacts,
                answers: [.ok(.singleNote)], work: notes.show),
            .on(
                .put, "/contacts/{contactId}/notes/{id}", "update-note", .contacts, "Changes the fields that are sent",
                .writeContacts, body: .object(.noteWish), answers: [.ok(.singleNote)], work: notes.update),
            .on(
                .delete, "/contacts/{contactId}/notes/{id}", "delete-note", .contacts, "Deletes the note",
                .writeContacts, answers: [.ok(.succeeded)], work: notes.delete),
        ]
    }

    private static let page: [APIParameter] = [
        .optional("limit", .integer(1...Int64(Notes.mostListed)), "How many at most"),
        .optional("startAfterId", .string, "The last note of the page before"),
    ]
}

extension JSONSchema {
    fileprivate static let notes = JSONSchema.object("Notes", [.required("notes", .array(.contactNote))])

    fileprivate static let singleNote = JSONSchema.object("SingleNote", [.required("note", .contactNote)])

    fileprivate static let contactNote = JSONSchema.object(
        "ContactNote",
        [
            .required("id", .string), .required("contactId", .string), .required("body", .string),
            .required("title", .string.orNull), .required("color", .string.orNull), .required("pinned", .boolean),
            .required("userId", .string.orNull), .required("dateAdded", .time), .required("dateUpdated", .time),
        ])

    fileprivate static let newNote = JSONSchema.object("NewNote", [.required("body", .string)] + noteMembers)

    fileprivate static let noteWish = JSONSchema.object("NoteWish", [.optional("body", .string)] + noteMembers)

    private static let noteMembers: [Member] = [
        .optional("title", .string.orNull), .optional("color", .string.orNull.noted("Like #FFAA00")),
        .optional("pinned", .boolean), .optional("userId", .string.orNull.noted("The user whose note it is")),
    ]
}
