import CRM
import HTTPTypes
import Hummingbird

/// The account's trigger links.
struct TriggerLinksController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/links`
    func list(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await list(request, context, LinkDraft(), problems: [])
    }

    /// `POST /a/<account>/links`
    func create(_ request: Request, _ context: AccountContext) async throws -> Response {
        let draft = LinkDraft(context.form)
        do {
            _ = try await crm.links.create(
                context.account.id, name: draft.name, target: draft.target, by: .user(context.user.id), now: now())
            return Redirect.to(context.paths.links, .linkCreated)
        } catch let error as InvalidLink {
            return try await list(request, context, draft, problems: error.problems)
        }
    }

    /// `GET /a/<account>/links/<link>`
    func edit(_ request: Request, _ context: AccountContext) async throws -> Response {
        let link = try await crm.links.link(context.account.id, try context.id("link"))
        return try await edit(request, context, LinkDraft(link), of: link, problems: [])
    }

    /// `POST /a/<account>/links/<link>`
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let link = try await crm.links.link(context.account.id, try context.id("link"))
        let draft = LinkDraft(context.form)
        do {
            _ = try await crm.links.update(
                context.account.id, link.id, name: draft.name, target: draft.target, by: .user(context.user.id),
                now: now())
            return Redirect.to(context.paths.links, .linkSaved)
        } catch let error as InvalidLink {
            return try await edit(request, context, draft, of: link, problems: error.problems)
        }
    }

    /// `GET /a/<account>/links/<link>/delete`: asks first.
    func confirmDelete(_ request: Request, _ context: AccountContext) async throws -> Response {
        let link = try await crm.links.link(context.account.id, try context.id("link"))
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(deleting: link, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/links/<link>/delete`
    func delete(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.links.delete(
            context.account.id, try context.id("link"), by: .user(context.user.id), now: now())
        return Redirect.to(context.paths.links, .linkDeleted)
    }

    private func list(
        _ request: Request, _ context: AccountContext, _ draft: LinkDraft, problems: [LinkProblem]
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let page = LinkListPage(
            frame, context.paths, links: try await crm.links.all(context.account.id),
            tallies: try await crm.links.tallies(context.account.id), draft, problems: problems)
        return try pages.show(page, in: frame, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func edit(
        _ request: Request, _ context: AccountContext, _ draft: LinkDraft, of link: TriggerLink,
        problems: [LinkProblem]
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let page = LinkEditPage(frame, context.paths, draft, of: link, problems: problems)
        return try pages.show(page, in: frame, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension ConfirmPage {
    fileprivate init(deleting link: TriggerLink, _ paths: AccountPaths, _ frame: Frame) {
        self.init(
            "Delete “\(link.name)”?", in: .links, frame, text: "This cannot be taken back.",
            consequences: [
                "Every address of the link that was sent to somebody leads nowhere from then on.",
                "What was clicked stays on the contacts’ timelines and in their attribution.",
            ],
            action: paths.link(link.id) + "/delete", hidden: [], button: "Delete link",
            cancelHref: paths.link(link.id))
    }
}
