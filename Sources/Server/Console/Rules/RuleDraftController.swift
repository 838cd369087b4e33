import Attribution
import CRM
import HTTPTypes
import Hummingbird

/// The draft of the rules and the editor of one rule, which need no script: every button sends a form.
struct RuleDraftController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/rules/draft`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await show(request, context)
    }

    /// `POST /a/<account>/rules/draft`
    func change(_ request: Request, _ context: AccountContext) async throws -> Response {
        let desk = try await RuleDesk(crm.rules, context.account.id)
        guard let change = RuleDraftChange(context.form), let wish = change.applied(to: desk.book) else {
            return Redirect.to(context.paths.ruleDraft)
        }
        let problems = wish.book.problems.map(RuleProblemWords.inDraft)
        guard problems.isEmpty else {
            return try await show(request, context, problems: problems, wish: wish.book.ruleSet)
        }
        return try await save(wish.book, focus: wish.focus, request, context)
    }

    /// `GET /a/<account>/rules/draft/rules/new`
    func newRule(_ request: Request, _ context: AccountContext) async throws -> Response {
        let desk = try await RuleDesk(crm.rules, context.account.id)
        return try await edit(
            .init(form: RuleForm(), number: nil, base: desk.base, ruleSet: desk.book.ruleSet), request, context)
    }

    /// `GET /a/<account>/rules/draft/rules/<number>`
    func rule(_ request: Request, _ context: AccountContext) async throws -> Response {
        let desk = try await RuleDesk(crm.rules, context.account.id)
        let (number, rule) = try Self.rule(of: context, desk)
        return try await edit(
            .init(form: RuleForm(rule), number: number, base: desk.base, ruleSet: desk.book.ruleSet), request, context)
    }

    /// `POST /a/<account>/rules/draft/rules/new`
    func addRule(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await change(request, context, number: nil, of: try await RuleDesk(crm.rules, context.account.id))
    }

    /// `POST /a/<account>/rules/draft/rules/<number>`
    func saveRule(_ request: Request, _ context: AccountContext) async throws -> Response {
        let desk = try await RuleDesk(crm.rules, context.account.id)
        return try await change(request, context, number: try Self.rule(of: context, desk).number, of: desk)
    }

    /// `GET /a/<account>/rules/draft/discard`: asks first.
    func confirmDiscard(_ request: Request, _ context: AccountContext) async throws -> Response {
        guard let draft = try await crm.rules.draft(context.account.id) else {
            return Redirect.to(context.paths.ruleDraft)
        }
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(discarding: draft, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/rules/draft/discard`
    func discard(_ request: Request, _ context: AccountContext) async throws -> Response {
        guard let base = RuleDesk.base(context.form) else { return Redirect.to(context.paths.ruleDraft) }
        do {
            try await crm.rules.discardDraft(context.account.id, version: base)
            return Redirect.to(context.paths.rules, .ruleDraftDiscarded)
        } catch let error as RuleError {
            return try await show(request, context, problems: [FormError(text: error.description)], status: .conflict)
        }
    }

    /// Does what the button of the editor says: changes what was typed and shows it again, or saves it to the draft.
    private func change(
        _ request: Request, _ context: AccountContext, number: Int?, of desk: RuleDesk
    ) async throws -> Response {
        var form = RuleForm(context.form)
        let change = RuleForm.Change(context.form["do"] ?? "")
        var matter = RuleEditPage.Matter(
            form: form, number: number, base: context.form["base"] ?? "", ruleSet: desk.book.ruleSet)
        guard change == .save else {
            form.apply(change)
            matter.form = form
            matter.focus = change == .add ? form.conditions.count - 1 : nil
            return try await edit(matter, request, context)
        }
        let index = number.map { $0 - 1 } ?? desk.book.ownRules.count
        let (book, problems) = form.saved(at: index, in: desk.book)
        matter.problems = problems
        guard problems.isEmpty else { return try await edit(matter, request, context) }
        return try await save(book, focus: index + 1, request, context)
    }

    private func save(
        _ book: RuleBook, focus: Int?, _ request: Request, _ context: AccountContext
    ) async throws -> Response {
        do {
            _ = try await crm.rules.saveDraft(
                context.account.id, book, replacing: RuleDesk.base(context.form), by: context.user.email.text,
                now: now())
            let place = focus.map { "#" + RuleLine.id($0) } ?? ""
            return Redirect.to(context.paths.ruleDraft + place, .ruleDraftSaved)
        } catch let error as RuleError {
            return try await show(request, context, problems: [FormError(text: error.description)], status: .conflict)
        }
    }

    private func show(
        _ request: Request, _ context: AccountContext, problems: [FormError] = [], wish: RuleSet? = nil,
        status: HTTPResponse.Status = .unprocessableContent
    ) async throws -> Response {
        let desk = try await RuleDesk(crm.rules, context.account.id)
        let preview = try await crm.rules.replays(context.account.id, limit: 20)
            .first { $0.kind == .preview && $0.draftVersion == desk.draft?.version && $0.state != .cancelled }
        let frame = try await pages.frame(request, context)
        let page = RuleDraftPage(
            frame, context.paths, .init(desk: desk, preview: desk.draft == nil ? nil : preview, wish: wish),
            problems: problems)
        return try pages.show(page, in: frame, status: problems.isEmpty ? .ok : status)
    }

    private func edit(
        _ matter: RuleEditPage.Matter, _ request: Request, _ context: AccountContext
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        return try pages.show(
            RuleEditPage(frame, context.paths, matter), in: frame,
            status: matter.problems.isEmpty ? .ok : .unprocessableContent)
    }

    private static func rule(of context: AccountContext, _ desk: RuleDesk) throws -> (number: Int, rule: OwnRule) {
        guard let number = RuleDraftChange.number(try context.text("number")),
            desk.book.ownRules.indices.contains(number - 1)
        else {
            throw HTTPError(.notFound)
        }
        return (number, desk.book.ownRules[number - 1])
    }
}
