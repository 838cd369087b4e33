import CRM

/// A note as the API shows it.
struct WireNote: Encodable {
    let id: String
    let contactId: String
    let body: String
    @OrNull var title: String?
    @OrNull var color: String?
    let pinned: Bool
    @OrNull var userId: String?
    let dateAdded: String
    let dateUpdated: String

    init(_ note: ContactNote) {
        id = note.id.rawValue
        contactId = note.contact.rawValue
        body = note.body
        title = note.title
        color = note.color?.rawValue
        pinned = note.isPinned
        userId = note.user?.rawValue
        dateAdded = note.createdAt.iso8601
        dateUpdated = note.updatedAt.iso8601
    }
}

/// `{"note": {…}}`
struct WireSingleNote: Encodable {
    let note: WireNote
}

/// `{"notes": […]}`, the newest first.
struct WireNotes: Encodable {
    let notes: [WireNote]
}
