extension OutboxEvent {
    /// A note as its receivers get it, in the words of the API.
    init(_ account: AccountID, _ type: OutboxEventType, _ note: ContactNote, at now: Milliseconds) {
        self.init(
            account, type, object: note.id.rawValue, contact: note.contact,
            fields: [
                "id": .text(note.id.rawValue), "contactId": .text(note.contact.rawValue), "body": .text(note.body),
                "title": .optional(note.title), "color": .optional(note.color?.rawValue),
                "pinned": .flag(note.isPinned), "userId": .optional(note.user?.rawValue),
                "dateAdded": .moment(note.createdAt), "dateUpdated": .moment(note.updatedAt),
            ], at: now)
    }
}
