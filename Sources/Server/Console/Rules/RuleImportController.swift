import Attribution
import CRM
import HTTPTypes
import Hummingbird

/// Brings a rule book in as JSON: it replaces the draft, never the rules in force.
struct RuleImportController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/rules/import`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await show(request, context)
    }

    /// `POST /a/<account>/rules/import`
    func take(_ request: Request, _ context: AccountContext) async throws -> Response {
        let text = context.form.text("file") ?? context.form.text("document") ?? ""
        guard !text.isEmpty else {
            return try await show(
                request, context, problems: [FormError(text: "Choose a file or paste one.", fieldId: "file")])
        }
        // Some editors begin a file with a byte order mark.
        switch RuleBookDocument.read((text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text).utf8) {
        case .failure(let problems):
            return try await show(
                request, context, text: text, problems: problems.list.map(RuleProblemWords.inDocument))
        case .success(let document):
            return try await save(document, text, request, context)
        }
    }

    private func save(
        _ document: RuleBookDocument, _ text: String, _ request: Request, _ context: AccountContext
    ) async throws -> Response {
        do {
            let draft = try await crm.rules.draft(context.account.id)
            _ = try await crm.rules.saveDraft(
                context.account.id, document.book(), replacing: draft?.version, by: context.user.email.text, now: now())
            return Redirect.to(context.paths.ruleDraft, .rulesImported)
        } catch let error as RuleError {
            return try await show(request, context, text: text, problems: [FormError(text: error.description)])
        }
    }

    private func show(
        _ request: Request, _ context: AccountContext, text: String? = nil, problems: [FormError] = []
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let page = RuleImportPage(
            frame, context.paths, replacing: try await crm.rules.draft(context.account.id), text: text,
            problems: problems)
        return try pages.show(page, in: frame, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}
