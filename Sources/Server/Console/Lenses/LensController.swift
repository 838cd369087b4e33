import Attribution
import CRM
import Hummingbird

/// The contacts of a period under two lenses.
struct LensController: Sendable {
    let crm: CRM
    let pages: ConsolePages

    /// `GET /a/<account>/lenses`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let filter = LensFilter(FormBody(request.uri.query ?? ""))
        let frame = try await pages.frame(request, context)
        let period = filter.period.range(before: frame.now, in: context.account.timeZone)
        let matrix = try await crm.lenses.matrix(
            context.account.id, in: period, on: filter.position, LensPair(filter.first, filter.second))
        return try pages.show(LensPage(frame, context.paths, filter, matrix), in: frame)
    }
}
