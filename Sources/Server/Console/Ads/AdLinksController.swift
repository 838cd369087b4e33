import Attribution
import CRM
import HTTPTypes
import Hummingbird

/// Templates to paste into ad platforms, tagged links for everything else, and what the rules say of a link. Nothing of
/// what is typed is kept.
struct AdLinksController: Sendable {
    let crm: CRM
    let pages: ConsolePages

    /// `GET /a/<account>/reports/links`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await show(request, context, AdLinkForm())
    }

    /// `POST /a/<account>/reports/links`: builds a link, or checks one; with `part=answer` the answer alone.
    func answer(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await show(request, context, AdLinkForm(context.form))
    }

    private func show(_ request: Request, _ context: AccountContext, _ form: AdLinkForm) async throws -> Response {
        let desk = try await RuleDesk(crm.rules, context.account.id)
        let classifier = Classifier(desk.current)
        let own = context.account.ownDomains
        let part = RuleAnswerPart(form.checked, classifier, ownDomains: own)
        if context.form["part"] == "answer" {
            return try pages.templates.page(
                RuleAnswerPart.template, part, status: part.problem == nil ? .ok : .unprocessableContent)
        }
        let frame = try await pages.frame(request, context)
        let built = form.built
        let verdict = built.flatMap { try? $0.get() }.map {
            classifier.explain(Landing(url: $0.url, referrer: nil, userAgent: nil), ownDomains: own).verdict
        }
        let page = AdLinksPage(frame, context.paths, form, built, verdict, part)
        // A form that was sent empty asks for nothing.
        let isEmpty = request.method == .post && built == nil && form.checked.url.isEmpty
        let isRefused = page.linkProblem != nil || part.problem != nil || isEmpty
        return try pages.show(page, in: frame, status: isRefused ? .unprocessableContent : .ok)
    }
}
