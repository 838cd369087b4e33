import CRM
import Hummingbird

/// The board of opportunities.
struct OpportunityBoardController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/opportunities`
    func board(_ request: Request, _ context: AccountContext) async throws -> Response {
        let account = context.account.id
        let filter = BoardFilter(FormBody(request.uri.query ?? ""))
        let pipelines = try await crm.pipelines.all(account)
        guard let pipeline = pipelines.first(where: { $0.id == filter.pipeline }) ?? pipelines.first else {
            throw NotFound.pipeline
        }
        let query = filter.query(pipeline, for: context.user.contacts)
        let matter = OpportunityBoardPage.Matter(
            filter: filter, pipeline: pipeline, pipelines: pipelines,
            people: try await crm.people.all().filter { $0.sees(account) },
            currency: try await crm.pipelines.currency(account),
            totals: try await crm.opportunities.totals(account, query),
            pages: try await columns(account, query, pipeline, filter))
        let frame = try await pages.frame(request, context)
        return try pages.show(OpportunityBoardPage(frame, context.paths, matter), in: frame)
    }

    private func columns(
        _ account: AccountID, _ query: OpportunityQuery, _ pipeline: Pipeline, _ filter: BoardFilter
    ) async throws -> [StageID: OpportunityPage] {
        var columns: [StageID: OpportunityPage] = [:]
        for stage in pipeline.stages where filter.stage == nil || filter.stage == stage.id {
            var query = query
            query.stage = stage.id
            query.after = filter.stage == nil ? nil : Self.cursor(filter.after)
            columns[stage.id] = try await crm.opportunities.page(account, query)
        }
        return columns
    }

    /// `1795323400000-0abc…`; what is none begins at the newest.
    private static func cursor(_ text: String?) -> OpportunityCursor? {
        let parts = (text ?? "").split(separator: "-", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        return OpportunityCursor(parts[0], id: OpportunityID(rawValue: parts[1]), in: .newest)
    }

    /// `POST /a/<account>/opportunities/<opportunity>/move`: to another stage, and back to where the person was.
    func move(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: OpportunityID = try context.id("opportunity")
        _ = try await crm.opportunities.detail(context.account.id, id, for: context.user.contacts)
        var edit = OpportunityEdit()
        edit.stage = context.form.text("stage").map(StageID.init(rawValue:))
        let back = context.form["back"] ?? ""
        let target = Redirect.isOwnPage(back) ? back : context.paths.opportunities
        do {
            try await crm.opportunities.update(context.account.id, id, edit, by: context.maker, now: now())
        } catch is InvalidField {
            // The stage went away while the board was open: the page that follows shows those that there are.
            return Redirect.to(target, .opportunityNotMoved)
        }
        return Redirect.to("\(target)#deal-\(id)", .opportunityMoved)
    }
}
