import CRM
import Hummingbird

/// The notes on contacts, for programs.
struct NotesController: Sendable {
    let crm: CRM

    func list(_ call: APICall) async throws -> Response {
        let notes = try await crm.notes.list(
            call.account.id, of: try call.id("contactId"),
            after: call.query["startAfterId"]?.nonBlank.map(NoteID.init(rawValue:)),
            limit: call.query["limit"].flatMap { Int($0) } ?? Notes.mostListed)
        return try .json(WireNotes(notes: notes.map(WireNote.init)))
    }

    func show(_ call: APICall) async throws -> Response {
        let note = try await crm.notes.note(call.account.id, of: try call.id("contactId"), try call.id("id"))
        return try .json(WireSingleNote(note: WireNote(note)))
    }

    func create(_ call: APICall) async throws -> Response {
        let note = try await crm.notes.create(
            call.account.id, on: try call.id("contactId"), try Self.edit(call), by: call.maker, now: call.now)
        return try .json(WireSingleNote(note: WireNote(note)), status: .created)
    }

    func update(_ call: APICall) async throws -> Response {
        let note = try await crm.notes.update(
            call.account.id, of: try call.id("contactId"), try call.id("id"), try Self.edit(call), now: call.now)
        return try .json(WireSingleNote(note: WireNote(note)))
    }

    func delete(_ call: APICall) async throws -> Response {
        try await crm.notes.delete(
            call.account.id, of: try call.id("contactId"), try call.id("id"), now: call.now)
        return try .json(WireSucceeded())
    }

    private static func edit(_ call: APICall) throws(APIError) -> NoteEdit {
        var fields = call.fields
        var edit = NoteEdit()
        edit.body = fields.text("body") ?? nil
        edit.title = fields.text("title")
        edit.isPinned = fields.flag("pinned")
        edit.user = fields.user("userId")
        if let text = fields.text("color") {
            edit.color = .some(text?.nonBlank.flatMap(NoteColor.init(rawValue:)))
            if text?.nonBlank != nil, edit.color == .some(nil) {
                fields.problems.append("color must be a hexadecimal color like #FFAA00")
            }
        }
        guard fields.problems.isEmpty else { throw .invalid(fields.problems) }
        return edit
    }
}
