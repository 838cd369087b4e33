import CRM
import Hummingbird

/// What people have to do for a contact.
struct ContactTaskController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `POST /a/<account>/contacts/<contact>/tasks`
    func add(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await write(context) { contact, edit in
            _ = try await crm.tasks.create(context.account.id, on: contact, edit, by: context.maker, now: now())
        }
    }

    /// `POST /a/<account>/contacts/<contact>/tasks/<task>`
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await write(context) { contact, edit in
            _ = try await crm.tasks.update(
                context.account.id, of: contact, try context.id("task"), edit, now: now())
        }
    }

    /// `POST /a/<account>/contacts/<contact>/tasks/<task>/done`: ticks it off, or opens it again.
    func tick(_ request: Request, _ context: AccountContext) async throws -> Response {
        let contact: ContactID = try context.id("contact")
        var edit = TaskEdit()
        edit.isCompleted = context.form["done"] == "true"
        let task = try await crm.tasks.update(
            context.account.id, of: contact, try context.id("task"), edit, now: now())
        return Redirect.to(context.paths.contact(contact), task.isCompleted ? .taskDone : .taskReopened)
    }

    /// `GET /a/<account>/contacts/<contact>/tasks/<task>/delete`: asks first.
    func confirmDelete(_ request: Request, _ context: AccountContext) async throws -> Response {
        let contact: ContactID = try context.id("contact")
        let task = try await crm.tasks.task(context.account.id, of: contact, try context.id("task"))
        let frame = try await pages.frame(request, context)
        let page = ConfirmPage(
            "Delete the task “\(task.title.cut(to: 100))”?", in: .contacts, frame, text: "This cannot be taken back.",
            consequences: [], action: context.paths.task(task) + "/delete", hidden: [], button: "Delete task",
            cancelHref: context.paths.contact(contact))
        return try pages.show(page, in: frame)
    }

    /// `POST /a/<account>/contacts/<contact>/tasks/<task>/delete`
    func delete(_ request: Request, _ context: AccountContext) async throws -> Response {
        let contact: ContactID = try context.id("contact")
        try await crm.tasks.delete(context.account.id, of: contact, try context.id("task"), now: now())
        return Redirect.to(context.paths.contact(contact), .taskDeleted)
    }

    private func write(
        _ context: AccountContext, _ work: (ContactID, TaskEdit) async throws -> Void
    ) async throws -> Response {
        let contact: ContactID = try context.id("contact")
        let clock = AccountClock(timeZone: context.account.timeZone, now: now())
        guard let edit = TaskEdit(context.form, clock) else {
            return Redirect.to(context.paths.contact(contact), .taskRefused)
        }
        do {
            try await work(contact, edit)
            return Redirect.to(context.paths.contact(contact), .taskSaved)
        } catch is InvalidField {
            return Redirect.to(context.paths.contact(contact), .taskRefused)
        }
    }
}

extension TaskEdit {
    /// Nil without a moment that it is due at.
    fileprivate init?(_ form: FormBody, _ clock: AccountClock) {
        guard let due = form["due"].flatMap(clock.time(ofControl:)) else { return nil }
        self.init()
        title = form["title"] ?? ""
        body = .some(form["body"])
        dueAt = due
        assignedTo = .some(form["assignedTo"]?.nonBlank.map(UserID.init(rawValue:)))
    }
}

extension AccountPaths {
    func task(_ task: ContactTask) -> String {
        contact(task.contact) + "/tasks/" + ConsolePath.escaped(task.id.rawValue)
    }
}
