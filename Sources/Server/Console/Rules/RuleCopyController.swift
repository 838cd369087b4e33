import Attribution
import CRM
import HTTPTypes
import Hummingbird

/// A revision of the history as the beginning of a draft.
struct RuleCopyController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/rules/revisions/<revision>/copy`: asks first.
    func confirm(_ request: Request, _ context: AccountContext) async throws -> Response {
        let number = try await revision(of: context).number
        let draft = try await crm.rules.draft(context.account.id)
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(copying: number, over: draft, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/rules/revisions/<revision>/copy`: over the very draft that was asked about, or none.
    func copy(_ request: Request, _ context: AccountContext) async throws -> Response {
        let book = try await revision(of: context).book
        do {
            _ = try await crm.rules.saveDraft(
                context.account.id, RuleBook(book.ruleSet, ownRules: book.ownRules),
                replacing: RuleDesk.base(context.form), by: context.user.email.text, now: now())
            return Redirect.to(context.paths.ruleDraft, .ruleDraftSaved)
        } catch is RuleError {
            return Redirect.to(context.paths.ruleDraft, .ruleDraftChanged)
        }
    }

    private func revision(of context: AccountContext) async throws -> (number: Int, book: RuleBook) {
        guard let number = Int(try context.text("revision")),
            let book = try await crm.rules.book(context.account.id, revision: number)
        else { throw HTTPError(.notFound) }
        return (number, book)
    }
}
