import CRM
import HTTPTypes
import Hummingbird

/// What came in through forms, and what a person decides about it.
struct SubmissionController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// Refused events of so many days are counted up, today among them.
    private static let refusalSpan: Milliseconds = 30
    private static let recentRefusalSpan: Milliseconds = 7

    /// `GET /a/<account>/submissions`
    func list(_ request: Request, _ context: AccountContext) async throws -> Response {
        let account = context.account.id
        let filter = SubmissionFilter(FormBody(request.uri.query ?? ""))
        let isRefused = filter.tab == .refused
        var query = filter.query
        query.access = context.contacts
        let found = isRefused ? .none : try await crm.submissions.rows(account, query)
        let refusals =
            isRefused
            ? try await crm.submissions.refusals(
                account, sinceDay: now() / .day - Self.refusalSpan + 1,
                latelySinceDay: now() / .day - Self.recentRefusalSpan + 1) : []
        let frame = try await pages.frame(request, context)
        let page = SubmissionListPage(
            frame, context.paths, filter, found, forms: try await crm.submissions.formsSeen(account),
            refusals: refusals)
        return try pages.show(page, in: frame)
    }

    /// `GET /a/<account>/submissions/<submission>`
    func show(_ request: Request, _ context: AccountContext) async throws -> Response {
        let detail = try await crm.submissions.detail(context.account.id, try context.id("submission"))
        let frame = try await pages.frame(request, context)
        let fields = try await crm.fields.all(context.account.id)
        let targets = try await crm.fields.targets(
            context.account.id, of: detail.conversion.fields.map { (name: $0.name, label: $0.label) })
        let page = SubmissionRecordPage(frame, context.paths, detail, fields: fields, targets: targets)
        return try pages.show(page, in: frame)
    }

    /// `POST /a/<account>/submissions/<submission>/release`
    func release(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: ConversionID = try context.id("submission")
        try await crm.capture.release(context.account.id, id, now: now())
        return Redirect.to(context.paths.submission(id), .released)
    }

    /// `POST /a/<account>/submissions/<submission>/discard`
    func discard(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: ConversionID = try context.id("submission")
        try await crm.capture.discard(context.account.id, id)
        return Redirect.to(context.paths.submission(id), .discarded)
    }

    /// `POST /a/<account>/submissions/<submission>/map`: from now on, fields of this name go where the owner says;
    /// this submission’s contact gets the value when it has none.
    func map(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: ConversionID = try context.id("submission")
        let submission = try await crm.submissions.submission(context.account.id, id)
        let name = context.form["name"] ?? ""
        guard submission.fields.contains(where: { $0.name == name }),
            let target = FieldTarget(rawValue: context.form["target"] ?? "")
        else { throw HTTPError(.badRequest) }
        do {
            let isFilled = try await crm.submissions.map(
                context.account.id, id, fieldNamed: name, to: target, by: context.maker, .user(context.user.id),
                now: now())
            return Redirect.to(context.paths.submission(id), isFilled ? .fieldMappedAndFilled : .fieldMapped)
        } catch is FieldError {
            throw HTTPError(.badRequest)
        }
    }
}
