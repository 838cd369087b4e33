import CRM

/// What is to be done for contacts.
struct TasksOperations: Sendable {
    let crm: CRM

    var operations: [Operation] { ofContact + ofAccount }

    private var ofContact: [Operation] {
        let tasks = TasksController(crm: crm)
        return [
            .on(
                .get, "/contacts/{contactId}/tasks", "get-all-tasks", .contacts,
                "The tasks of a contact, the first due ones first", .readContacts, answers: [.ok(.tasks)],
                work: tasks.list),
            .on(
                .post, "/contacts/{contactId}/tasks", "create-task", .contacts, "Adds a task", .writeContacts,
                body: .object(.newTask), answers: [.created(.singleTask)], work: tasks.create),
            .on(
                .get, "/contacts/{contactId}/tasks/{taskId}", "get-task", .contacts, "One task", .readContacts,
                answers: [.ok(.singleTask)], work: tasks.show),
            .on(
                .put, "/contacts/{contactId}/tasks/{taskId}", "update-task", .contacts,
                "Changes the fields that are sent", .writeContacts, body: .object(.taskWish),
                answers: [.ok(.singleTask)], work: tasks.update),
            .on(
                .put, "/contacts/{contactId}/tasks/{taskId}/completed", "update-task-completed", .contacts,
                "Ticks a task off, or opens it again", .writeContacts, body: .object(.taskTick),
                answers: [.ok(.singleTask)], work: tasks.update),
            .on(
                .delete, "/contacts/{contactId}/tasks/{taskId}", "delete-task", .contacts, "Deletes the task",
                .writeContacts, answers: [.ok(.succeeded)], work: tasks.delete),
        ]
    }

    private var ofAccount: [Operation] {
        let recurring = "/locations/{locationId}/recurring-tasks"
        let reason = "Recurring tasks are not part of Headwater yet"
        return [
            .on(
                .post, "/locations/{locationId}/tasks/search", "task-search", .locations,
                "Finds tasks of all contacts, the first due ones first", .readTasks, body: .object(.taskSearch),
                answers: [.ok(.foundTasks)], work: TasksController(crm: crm).search),
            .notBuilt(
                .post, recurring, "create-recurring-task", .locations, "Adds a recurring task", .writeTasks,
                because: reason),
            .notBuilt(
                .get, recurring + "/{id}", "get-recurring-task-by-id", .locations, "One recurring task", .readTasks,
                because: reason),
            .notBuilt(
                .put, recurring + "/{id}", "update-recurring-task", .locations, "Changes a recurring task",
                .writeTasks, because: reason),
            .notBuilt(
                .delete, recurring + "/{id}", "delete-recurring-task", .locations, "Deletes a recurring task",
                .writeTasks, because: reason),
        ]
    }
}
