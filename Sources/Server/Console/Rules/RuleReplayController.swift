import Attribution
import CRM
import HTTPTypes
import Hummingbird

/// Previews of the draft over all history, and publications: started, followed, cancelled.
struct RuleReplayController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `POST /a/<account>/rules/replays`: previews the draft that the page showed.
    func preview(_ request: Request, _ context: AccountContext) async throws -> Response {
        let draft = try await crm.rules.draft(context.account.id)
        guard let draft, draft.version == RuleDesk.base(context.form) else {
            return Redirect.to(context.paths.ruleDraft, .ruleDraftChanged)
        }
        let id = try await crm.rules.startPreview(context.account.id, by: context.user.email.text, now: now())
        return Redirect.to(context.paths.ruleReplay(id))
    }

    /// `GET /a/<account>/rules/replays/<replay>`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await show(try await replay(of: context), request, context)
    }

    /// `POST /a/<account>/rules/replays/<replay>/publish`: the very draft that was previewed, or none.
    func publish(_ request: Request, _ context: AccountContext) async throws -> Response {
        let replay = try await replay(of: context)
        let comment = context.form.text("comment").map { String($0.prefix(500)) }
        guard replay.kind == .preview, replay.state == .done, let reviewed = replay.draftVersion,
            RuleDesk.base(context.form) == reviewed
        else { return Redirect.to(context.paths.ruleReplay(replay.id)) }
        do {
            let id = try await crm.rules.startPublication(
                context.account.id, reviewed: reviewed, comment: comment, by: context.user.email.text, now: now())
            try await crm.audit.note(
                context.account.id, .rulesPublished, id.rawValue, by: context.actor, at: now())
            return Redirect.to(context.paths.ruleReplay(id))
        } catch let error as RuleError {
            let problem = FormError(text: error.description)
            return try await show(replay, request, context, comment: comment, problems: [problem])
        }
    }

    /// `POST /a/<account>/rules/replays/<replay>/cancel`
    func cancel(_ request: Request, _ context: AccountContext) async throws -> Response {
        let replay = try await replay(of: context)
        try await crm.rules.cancel(context.account.id, replay.id, now: now())
        return Redirect.to(context.paths.ruleReplay(replay.id))
    }

    /// `GET /a/<account>/rules/revisions/<revision>/restore`: asks first.
    func confirmRestore(_ request: Request, _ context: AccountContext) async throws -> Response {
        let revision = try await revision(of: context)
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(restoring: revision, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/rules/revisions/<revision>/restore`
    func restore(_ request: Request, _ context: AccountContext) async throws -> Response {
        let revision = try await revision(of: context)
        do {
            let outcome = try await crm.rules.restore(
                context.account.id, revision: revision.number, by: context.user.email.text, now: now())
            try await crm.audit.note(
                context.account.id, .rulesRestored, "revision \(revision.number)", by: context.actor, at: now())
            switch outcome {
            case .restored: return Redirect.to(context.paths.ruleRevisions, .rulesRestored)
            case .started(let id): return Redirect.to(context.paths.ruleReplay(id))
            }
        } catch RuleError.publicationRunning(let id) {
            return Redirect.to(context.paths.ruleReplay(id))
        } catch is RuleError {
            return Redirect.to(context.paths.ruleRevisions)
        }
    }

    private func show(
        _ replay: Replay, _ request: Request, _ context: AccountContext, comment: String? = nil,
        problems: [FormError] = []
    ) async throws -> Response {
        let isFree = context.contacts == .everything
        let names = try await crm.contacts.names(
            context.account.id, isFree ? Set(replay.result.samples.compactMap(\.contact)) : [])
        let draft = try await crm.rules.draft(context.account.id)
        let matter = RuleReplayPage.Matter(
            replay: replay, draft: draft, book: try await book(of: replay, draft, context), names: names,
            comment: comment, problems: problems)
        let frame = try await pages.frame(request, context)
        return try pages.show(
            RuleReplayPage(frame, context.paths, matter), in: frame, status: problems.isEmpty ? .ok : .conflict)
    }

    private func book(of replay: Replay, _ draft: RuleDraft?, _ context: AccountContext) async throws -> RuleBook? {
        if let revision = replay.revision {
            return try await crm.rules.book(context.account.id, revision: revision)
        }
        return draft?.version == replay.draftVersion ? draft?.book : nil
    }

    private func replay(of context: AccountContext) async throws -> Replay {
        guard let replay = try await crm.rules.replay(context.account.id, try context.id("replay")) else {
            throw HTTPError(.notFound)
        }
        return replay
    }

    /// One that can be gone back to.
    private func revision(of context: AccountContext) async throws -> RuleRevision {
        guard let number = Int(try context.text("revision")),
            let revision = try await crm.rules.revision(context.account.id, number), revision.canBeRestored
        else { throw HTTPError(.notFound) }
        return revision
    }
}
