import CRM

/// A task as the API shows it.
struct WireTask: Encodable {
    let id: String
    let contactId: String
    let title: String
    @OrNull var body: String?
    @OrNull var assignedTo: String?
    let dueDate: String
    let completed: Bool
    @OrNull var completedAt: String?
    let dateAdded: String
    let dateUpdated: String

    init(_ task: ContactTask) {
        id = task.id.rawValue
        contactId = task.contact.rawValue
        title = task.title
        body = task.body
        assignedTo = task.assignedTo?.rawValue
        dueDate = task.dueAt.iso8601
        completed = task.isCompleted
        completedAt = task.completedAt?.iso8601
        dateAdded = task.createdAt.iso8601
        dateUpdated = task.updatedAt.iso8601
    }
}

/// `{"task": {…}}`
struct WireSingleTask: Encodable {
    let task: WireTask
}

/// `{"tasks": […]}`, the first due ones first.
struct WireTasks: Encodable {
    let tasks: [WireTask]
}

/// A page of an account's tasks.
struct WireFoundTasks: Encodable {
    let tasks: [WireTask]
    /// Where the next page begins; null on the last one.
    @OrNull var searchAfter: Place?

    /// A task's place in the list: the day it is due in milliseconds, and its id.
    struct Place: Encodable {
        let dueAt: Milliseconds
        let id: String

        func encode(to encoder: any Encoder) throws {
            var container = encoder.unkeyedContainer()
            try container.encode(dueAt)
            try container.encode(id)
        }
    }

    init(_ tasks: [ContactTask], isFull: Bool) {
        self.tasks = tasks.map(WireTask.init)
        searchAfter = isFull ? tasks.last.map { Place(dueAt: $0.dueAt, id: $0.id.rawValue) } : nil
    }
}
