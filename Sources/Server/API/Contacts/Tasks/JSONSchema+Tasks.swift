import CRM

extension JSONSchema {
    static let tasks = JSONSchema.object("Tasks", [.required("tasks", .array(.task))])

    static let singleTask = JSONSchema.object("SingleTask", [.required("task", .task)])

    static let foundTasks = JSONSchema.object(
        "FoundTasks",
        [
            .required("tasks", .array(.task)),
            .required("searchAfter", .array(.any).orNull.noted("Where the next page begins; null on the last one")),
        ])

    private static let task = JSONSchema.object(
        "Task",
        [
            .required("id", .string), .required("contactId", .string), .required("title", .string),
            .required("body", .string.orNull), .required("assignedTo", .string.orNull), .required("dueDate", .time),
            .required("completed", .boolean), .required("completedAt", .time.orNull), .required("dateAdded", .time),
            .required("dateUpdated", .time),
        ])

    static let newTask = JSONSchema.object(
        "NewTask",
        [
            .required("title", .string), .required("dueDate", .string.noted("A time in ISO 8601")),
            .required("completed", .boolean),
        ] + taskMembers)

    static let taskWish = JSONSchema.object(
        "TaskWish",
        [
            .optional("title", .string), .optional("dueDate", .string.noted("A time in ISO 8601")),
            .optional("completed", .boolean),
        ] + taskMembers)

    static let taskTick = JSONSchema.object("TaskTick", [.required("completed", .boolean)])

    private static let taskMembers: [Member] = [
        .optional("body", .string.orNull), .optional("assignedTo", .string.orNull.noted("A user's id")),
    ]

    static let taskSearch = JSONSchema.object(
        "TaskSearch",
        [
            .optional("contactId", .array(.string)), .optional("assignedTo", .array(.string)),
            .optional("completed", .boolean), .optional("query", .string.noted("A part of the title")),
            .optional("limit", .integer(1...Int64(TaskQuery.mostListed)).noted("25 when left out")),
            .optional("skip", .integer(0...Int64(TaskQuery.furthestOffset))),
            .optional("searchAfter", .array(.any).noted("What the page before answered: it goes deeper than skip")),
            .optional("businessId", .string),
        ])
}
