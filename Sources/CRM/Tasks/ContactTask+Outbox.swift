extension OutboxEvent {
    /// A task as its receivers get it, in the words of the API.
    init(_ account: AccountID, _ type: OutboxEventType, _ task: ContactTask, at now: Milliseconds) {
        self.init(
            account, type, object: task.id.rawValue, contact: task.contact,
            fields: [
                "id": .text(task.id.rawValue), "contactId": .text(task.contact.rawValue), "title": .text(task.title),
                "body": .optional(task.body), "dueDate": .moment(task.dueAt), "completed": .flag(task.isCompleted),
                "assignedTo": .optional(task.assignedTo?.rawValue), "dateAdded": .moment(task.createdAt),
            ], at: now)
    }
}
