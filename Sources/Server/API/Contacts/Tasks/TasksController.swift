import CRM
import Hummingbird

/// What is to be done for contacts, for programs.
struct TasksController: Sendable {
    let crm: CRM

    func list(_ call: APICall) async throws -> Response {
        let tasks = try await crm.tasks.list(call.account.id, of: try call.id("contactId"))
        return try .json(WireTasks(tasks: tasks.map(WireTask.init)))
    }

    func show(_ call: APICall) async throws -> Response {
        let task = try await crm.tasks.task(call.account.id, of: try call.id("contactId"), try call.id("taskId"))
        return try .json(WireSingleTask(task: WireTask(task)))
    }

    func create(_ call: APICall) async throws -> Response {
        let task = try await crm.tasks.create(
            call.account.id, on: try call.id("contactId"), try Self.edit(call), by: call.maker, now: call.now)
        return try .json(WireSingleTask(task: WireTask(task)), status: .created)
    }

    /// A change of any field, the tick alone included.
    func update(_ call: APICall) async throws -> Response {
        let task = try await crm.tasks.update(
            call.account.id, of: try call.id("contactId"), try call.id("taskId"), try Self.edit(call), now: call.now)
        return try .json(WireSingleTask(task: WireTask(task)))
    }

    func delete(_ call: APICall) async throws -> Response {
        try await crm.tasks.delete(
            call.account.id, of: try call.id("contactId"), try call.id("taskId"), now: call.now)
        return try .json(WireSucceeded())
    }

    func search(_ call: APICall) async throws -> Response {
        let query = try TaskSearchRequest(call.fields).query
        let tasks = try await crm.tasks.search(call.account.id, query)
        return try .json(WireFoundTasks(tasks, isFull: tasks.count == query.limit))
    }

    private static func edit(_ call: APICall) throws(APIError) -> TaskEdit {
        var fields = call.fields
        var edit = TaskEdit()
        edit.title = fields.text("title") ?? nil
        edit.body = fields.text("body")
        edit.isCompleted = fields.flag("completed")
        edit.assignedTo = fields.user("assignedTo")
        if let text = fields["dueDate"]?.text {
            edit.dueAt = MomentText.read(text)
            if edit.dueAt == nil { fields.problems.append("dueDate must be a time in ISO 8601 or milliseconds") }
        }
        guard fields.problems.isEmpty else { throw .invalid(fields.problems) }
        return edit
    }
}
