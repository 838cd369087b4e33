import CRM
import HTTPTypes
import Hummingbird

/// The tags of the account.
struct TagSettingsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings/tags?after=<name>`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await list(request, context)
    }

    /// `POST /a/<account>/settings/tags`
    func add(_ request: Request, _ context: AccountContext) async throws -> Response {
        let name = context.form.text("name") ?? ""
        do {
            _ = try await crm.tags.create(context.account.id, name: name, by: context.actor, now: now())
            return Redirect.to(context.paths.tags, .settingsSaved)
        } catch let error as TagError {
            return try await list(request, context, typed: name, error: error)
        }
    }

    private func list(
        _ request: Request, _ context: AccountContext, typed: String? = nil, error: TagError? = nil
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let after = FormBody(request.uri.query ?? "").text("after")
        let rest = try await crm.tags.all(context.account.id, now: now()).drop { tag in
            // In the order of the list, which is that of the bytes.
            after.map { !$0.utf8.lexicographicallyPrecedes(tag.name.utf8) } ?? false
        }
        let tags = Array(rest.prefix(TagSettingsPage.length))
        let counts = try await crm.tags.counts(context.account.id, tags, ceiling: TagSettingsPage.ceiling)
        let page = TagSettingsPage(
            frame, context.paths, tags, counts: counts, hasMore: rest.count > tags.count, typed: typed, error: error)
        return try pages.show(page, in: frame, status: error == nil ? .ok : .unprocessableContent)
    }

    /// `GET /a/<account>/settings/tags/<tag>`
    func edit(_ request: Request, _ context: AccountContext) async throws -> Response {
        let tag = try await crm.tags.tag(context.account.id, try context.id("tag"))
        return try await edit(request, context, tag, name: tag.name)
    }

    /// `POST /a/<account>/settings/tags/<tag>`
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let tag = try await crm.tags.tag(context.account.id, try context.id("tag"))
        let name = context.form.text("name") ?? ""
        do {
            _ = try await crm.tags.rename(
                context.account.id, tag.id, to: name, by: context.actor, now: now())
            return Redirect.to(context.paths.tags, .settingsSaved)
        } catch let error as TagError {
            return try await edit(request, context, tag, name: name, error: error)
        }
    }

    private func edit(
        _ request: Request, _ context: AccountContext, _ tag: Tag, name: String, error: TagError? = nil
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let page = SettingsEditPage(
            "Rename “\(tag.name)”", in: .tags, frame, context.paths,
            note: "Every contact that has the tag has it under its new name.", action: context.paths.tag(tag.id),
            fields: [.name(name, maxlength: 200)], problem: error?.description)
        return try pages.show(page, in: frame, status: error == nil ? .ok : .unprocessableContent)
    }

    /// `GET /a/<account>/settings/tags/<tag>/remove`: asks first.
    func confirmRemove(_ request: Request, _ context: AccountContext) async throws -> Response {
        let tag = try await crm.tags.tag(context.account.id, try context.id("tag"))
        let frame = try await pages.frame(request, context)
        let page = ConfirmPage(
            "Remove the tag “\(tag.name)”?", in: .settings, frame, text: "This cannot be taken back.",
            consequences: ["It is taken off every contact that has it.", "A form that gives it will give it again."],
            action: context.paths.tag(tag.id) + "/remove", hidden: [], button: "Remove tag",
            cancelHref: context.paths.tags)
        return try pages.show(page, in: frame)
    }

    /// `POST /a/<account>/settings/tags/<tag>/remove`
    func remove(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.tags.delete(context.account.id, try context.id("tag"), by: context.actor, now: now())
        return Redirect.to(context.paths.tags, .settingsSaved)
    }
}
