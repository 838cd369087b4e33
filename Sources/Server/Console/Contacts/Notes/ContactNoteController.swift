import CRM
import Hummingbird

/// What people write down about a contact: the same notes that programs list.
struct ContactNoteController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `POST /a/<account>/contacts/<contact>/notes`
    func add(_ request: Request, _ context: AccountContext) async throws -> Response {
        let contact: ContactID = try context.id("contact")
        var edit = NoteEdit()
        edit.body = context.form["note"]
        edit.user = context.user.id
        do {
            _ = try await crm.notes.create(context.account.id, on: contact, edit, by: context.maker, now: now())
            return Redirect.to(context.paths.contact(contact), .noteSaved)
        } catch is InvalidField {
            return Redirect.to(context.paths.contact(contact), .noteRefused)
        }
    }

    /// `POST /a/<account>/contacts/<contact>/notes/<note>`
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let contact: ContactID = try context.id("contact")
        var edit = NoteEdit()
        edit.body = context.form["note"]
        do {
            _ = try await crm.notes.update(
                context.account.id, of: contact, try context.id("note"), edit, now: now())
            return Redirect.to(context.paths.contact(contact), .noteSaved)
        } catch is InvalidField {
            return Redirect.to(context.paths.contact(contact), .noteRefused)
        }
    }

    /// `GET /a/<account>/contacts/<contact>/notes/<note>/delete`: asks first.
    func confirmDelete(_ request: Request, _ context: AccountContext) async throws -> Response {
        let contact: ContactID = try context.id("contact")
        let note = try await crm.notes.note(context.account.id, of: contact, try context.id("note"))
        let frame = try await pages.frame(request, context)
        let page = ConfirmPage(
            "Delete this note?", in: .contacts, frame, text: "This cannot be taken back.",
            consequences: [note.body.cut(to: 200)], action: context.paths.note(note) + "/delete", hidden: [],
            button: "Delete note", cancelHref: context.paths.contact(contact))
        return try pages.show(page, in: frame)
    }

    /// `POST /a/<account>/contacts/<contact>/notes/<note>/delete`
    func delete(_ request: Request, _ context: AccountContext) async throws -> Response {
        let contact: ContactID = try context.id("contact")
        try await crm.notes.delete(context.account.id, of: contact, try context.id("note"), now: now())
        return Redirect.to(context.paths.contact(contact), .noteDeleted)
    }
}

extension AccountPaths {
    func note(_ note: ContactNote) -> String {
        contact(note.contact) + "/notes/" + ConsolePath.escaped(note.id.rawValue)
    }
}
