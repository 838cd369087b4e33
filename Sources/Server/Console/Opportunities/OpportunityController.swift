import CRM
import Hummingbird

/// One opportunity, and what a person does to it.
struct OpportunityController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/opportunities/<opportunity>`
    func show(_ request: Request, _ context: AccountContext) async throws -> Response {
        let detail = try await detail(context)
        let fields = try await crm.fields.all(context.account.id, of: .opportunity)
        return try await show(request, context, detail, OpportunityForm(detail, fields: fields))
    }

    /// `POST /a/<account>/opportunities/<opportunity>`
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let detail = try await detail(context)
        let fields = try await crm.fields.all(context.account.id, of: .opportunity)
        var form = OpportunityForm(context.form, fields: fields)
        do {
            try await crm.opportunities.update(
                context.account.id, detail.opportunity.id, try form.edit(), by: context.maker, now: now())
            return Redirect.to(context.paths.opportunity(detail.opportunity.id), .opportunitySaved)
        } catch let error as InvalidField {
            form.refuse(error)
            return try await show(request, context, detail, form)
        }
    }

    /// `POST /a/<account>/opportunities/<opportunity>/status`: open, won, lost or abandoned.
    func setStatus(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id = try await detail(context).opportunity.id
        var edit = OpportunityEdit()
        edit.status = context.form.text("status").flatMap(Opportunity.Status.init(rawValue:))
        edit.lostReason = .some(context.form.text("reason").map(LostReasonID.init(rawValue:)))
        do {
            try await crm.opportunities.update(context.account.id, id, edit, by: context.maker, now: now())
        } catch is InvalidField {
            // The reason was removed while the page was open: the status counts more.
            edit.lostReason = nil
            try await crm.opportunities.update(context.account.id, id, edit, by: context.maker, now: now())
        }
        return Redirect.to(context.paths.opportunity(id), .opportunitySaved)
    }

    /// `GET /a/<account>/opportunities/<opportunity>/delete`: asks first.
    func confirmDelete(_ request: Request, _ context: AccountContext) async throws -> Response {
        let opportunity = try await detail(context).opportunity
        let frame = try await pages.frame(request, context)
        let here = context.paths.opportunity(opportunity.id)
        let page = ConfirmPage(
            "Delete “\(opportunity.name)”?", in: .opportunities, frame, text: "This cannot be taken back.",
            consequences: ["The opportunity goes with its history. Its contact stays."], action: here + "/delete",
            hidden: [], button: "Delete opportunity", cancelHref: here)
        return try pages.show(page, in: frame)
    }

    /// `POST /a/<account>/opportunities/<opportunity>/delete`
    func delete(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id = try await detail(context).opportunity.id
        try await crm.opportunities.delete(context.account.id, id, now: now())
        return Redirect.to(context.paths.opportunities, .opportunityDeleted)
    }

    private func detail(_ context: AccountContext) async throws -> OpportunityDetail {
        try await crm.opportunities.detail(
            context.account.id, try context.id("opportunity"), for: context.user.contacts)
    }

    private func show(
        _ request: Request, _ context: AccountContext, _ detail: OpportunityDetail, _ form: OpportunityForm
    ) async throws -> Response {
        let account = context.account.id
        let matter = OpportunityRecordPage.Matter(
            detail: detail, pipelines: try await crm.pipelines.all(account),
            people: try await crm.people.all().filter { $0.sees(account) },
            reasons: try await crm.pipelines.lostReasons(account),
            history: try await crm.opportunities.history(account, of: detail.opportunity.id))
        let frame = try await pages.frame(request, context)
        return try pages.show(
            OpportunityRecordPage(frame, context.paths, matter, form), in: frame,
            status: form.problem == nil ? .ok : .unprocessableContent)
    }
}
