import CRM
import HTTPTypes
import Hummingbird
import NIOCore

/// What is wrong with the tags of the links that bring visits.
struct TaggingController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/tagging`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let health = try await health(request, context)
        return try pages.show(TaggingPage(frame, context.paths, health), in: frame)
    }

    /// `GET /a/<account>/tagging.csv`: every finding of the page.
    func export(_ request: Request, _ context: AccountContext) async throws -> Response {
        let csv = TaggingCSV.text(try await health(request, context))
        try await crm.audit.note(context.account.id, .taggingExported, by: context.actor, at: now())
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"tagging.csv\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: csv)))
    }

    private func health(_ request: Request, _ context: AccountContext) async throws -> TaggingHealth {
        let period = TaggingPeriod(FormBody(request.uri.query ?? ""))
        return try await crm.tagging.health(context.account.id, over: period, now: now())
    }
}
