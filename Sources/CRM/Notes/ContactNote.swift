/// What somebody wrote down about a contact.
public struct ContactNote: Sendable, Identifiable {
    public let id: NoteID
    public let contact: ContactID
    public var body: String
    public var title: String?
    /// `#RRGGBB`
    public var color: NoteColor?
    public var isPinned: Bool
    /// The user whose note it is; nil when a program wrote it in nobody's name.
    public var user: UserID?
    /// What the timeline calls whoever wrote it: a user's address, a token's name.
    public let author: String
    public let createdAt: Milliseconds
    public var updatedAt: Milliseconds
}

/// What is written to a note; what is not named stays as it is.
public struct NoteEdit: Sendable, Equatable {
    public var body: String?
    public var title: String??
    public var color: NoteColor??
    public var isPinned: Bool?
    public var user: UserID??

    public init() {}
}

extension ContactNote {
    private static let longestBody = 50_000
    private static let longestTitle = 500

    mutating func apply(_ edit: NoteEdit, now: Milliseconds) throws(InvalidField) {
        if let text = edit.body {
            guard let text = text.trimmed.nonEmpty else {
                throw InvalidField(field: "body", message: "body should not be empty")
            }
            guard text.unicodeScalars.count <= Self.longestBody else { throw .tooLong("body", Self.longestBody) }
            body = text
        }
        if let text = edit.title { title = text?.trimmed.nonEmpty?.cut(to: Self.longestTitle) }
        if let choice = edit.color { color = choice }
        isPinned = edit.isPinned ?? isPinned
        if let name = edit.user { user = name }
        updatedAt = now
    }
}
