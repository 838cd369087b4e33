import CRM
import Hummingbird

/// What programs can ask for, as a page to read.
struct APIReferenceController: Sendable {
    let pages: ConsolePages
    let table: APITable
    let publicURL: PublicURL

    /// `GET /a/<account>/settings/api`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        return try pages.show(
            APIReferencePage(frame, context.paths, table, context.account, publicURL: publicURL), in: frame)
    }
}
