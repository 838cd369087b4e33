import Attribution
import CRM
import HTTPTypes
import Hummingbird

/// The test box. A visit's address is personal data: it comes in the body, is answered, and is kept nowhere.
struct RuleTestController: Sendable {
    let crm: CRM
    let pages: ConsolePages

    /// `GET /a/<account>/rules/test`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        var form = RuleTestForm()
        form.book = FormBody(request.uri.query ?? "").text("book").flatMap(RuleTestForm.Book.init) ?? .current
        return try await answer(form, request, context)
    }

    /// `POST /a/<account>/rules/test`; with `part=answer` the answer alone.
    func test(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await answer(RuleTestForm(context.form), request, context)
    }

    private func answer(
        _ form: RuleTestForm, _ request: Request, _ context: AccountContext
    ) async throws -> Response {
        let desk = try await RuleDesk(crm.rules, context.account.id)
        let book = form.book == .draft ? desk.book : desk.current
        let part = RuleAnswerPart(form, Classifier(book), ownDomains: context.account.ownDomains)
        let status: HTTPResponse.Status = part.problem == nil ? .ok : .unprocessableContent
        guard context.form["part"] != "answer" else {
            return try pages.templates.page(RuleAnswerPart.template, part, status: status)
        }
        let frame = try await pages.frame(request, context)
        let page = RuleTestPage(frame, context.paths, form, part, hasDraft: desk.draft != nil)
        return try pages.show(page, in: frame, status: status)
    }
}
