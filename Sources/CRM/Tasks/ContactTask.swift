/// Something to do for a contact by a day.
public struct ContactTask: Sendable, Identifiable {
    public let id: TaskID
    public let contact: ContactID
    public var title: String
    public var body: String?
    public var dueAt: Milliseconds
    /// Nil until it is done.
    public var completedAt: Milliseconds?
    public var isCompleted: Bool
    public var assignedTo: UserID?
    /// Who made it: a user's address, a token's name.
    public let author: String
    public let createdAt: Milliseconds
    public var updatedAt: Milliseconds
}

/// What is written to a task; what is not named stays as it is.
public struct TaskEdit: Sendable, Equatable {
    public var title: String?
    public var body: String??
    public var dueAt: Milliseconds?
    public var isCompleted: Bool?
    public var assignedTo: UserID??

    public init() {}
}

extension ContactTask {
    private static let longestTitle = 500
    private static let longestBody = 50_000

    mutating func apply(_ edit: TaskEdit, now: Milliseconds) throws(InvalidField) {
        if let text = edit.title {
            guard let text = text.trimmed.nonEmpty else {
                throw InvalidField(field: "title", message: "title should not be empty")
            }
            guard text.unicodeScalars.count <= Self.longestTitle else { throw .tooLong("title", Self.longestTitle) }
            title = text
        }
        if let text = edit.body {
            let text = text?.trimmed.nonEmpty
            guard (text ?? "").unicodeScalars.count <= Self.longestBody else {
                throw .tooLong("body", Self.longestBody)
            }
            body = text
        }
        dueAt = edit.dueAt ?? dueAt
        if let user = edit.assignedTo { assignedTo = user }
        if let done = edit.isCompleted, done != isCompleted {
            isCompleted = done
            completedAt = done ? now : nil
        }
        updatedAt = now
    }
}

extension InvalidField {
    static func tooLong(_ field: String, _ most: Int) -> InvalidField {
        InvalidField(field: field, message: "\(field) must be shorter than or equal to \(most) characters")
    }
}
