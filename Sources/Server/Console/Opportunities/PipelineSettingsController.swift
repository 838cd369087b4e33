import CRM
import HTTPTypes
import Hummingbird

/// Pipelines, lost reasons and the currency, in the settings.
struct PipelineSettingsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings/pipelines`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await page(request, context, error: nil)
    }

    /// `POST /a/<account>/settings/pipelines`
    func add(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await change(request, context) { account, actor in
            _ = try await crm.pipelines.create(
                account, name: context.form["name"] ?? "", stages: context.form.lines("stages"), by: actor, now: now())
        }
    }

    /// `POST /a/<account>/settings/pipelines/<pipeline>`: renames it.
    func rename(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: PipelineID = try context.id("pipeline")
        return try await change(request, context) { account, actor in
            try await crm.pipelines.rename(account, id, to: context.form["name"] ?? "", by: actor, now: now())
        }
    }

    /// `POST /a/<account>/settings/pipelines/<pipeline>/stages`
    func addStage(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: PipelineID = try context.id("pipeline")
        return try await change(request, context) { account, actor in
            try await crm.pipelines.addStage(
                account, id, name: context.form["name"] ?? "", probability: try Self.probability(context),
                by: actor, now: now())
        }
    }

    /// `POST /a/<account>/settings/pipelines/<pipeline>/stages/<stage>`
    func changeStage(_ request: Request, _ context: AccountContext) async throws -> Response {
        let (id, stage) = try Self.place(context)
        return try await change(request, context) { account, actor in
            try await crm.pipelines.changeStage(
                account, id, stage, name: context.form["name"] ?? "", probability: try Self.probability(context),
                by: actor, now: now())
        }
    }

    /// `POST /a/<account>/settings/pipelines/<pipeline>/stages/<stage>/move`: one place up or down.
    func moveStage(_ request: Request, _ context: AccountContext) async throws -> Response {
        let (id, stage) = try Self.place(context)
        let places = context.form["direction"] == "up" ? -1 : 1
        return try await change(request, context) { account, actor in
            try await crm.pipelines.moveStage(account, id, stage, by: places, by: actor, now: now())
        }
    }

    /// `POST /a/<account>/settings/pipelines/currency`
    func setCurrency(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await change(request, context) { account, actor in
            try await crm.pipelines.setCurrency(
                account, code: context.form["currency"] ?? "", by: actor, now: now())
        }
    }

    /// `POST /a/<account>/settings/pipelines/reasons`
    func addReason(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await change(request, context) { account, actor in
            try await crm.pipelines.addLostReason(
                account, name: context.form["name"] ?? "", by: actor, now: now())
        }
    }

    /// `POST /a/<account>/settings/pipelines/reasons/<reason>/remove`
    func removeReason(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: LostReasonID = try context.id("reason")
        return try await change(request, context) { account, actor in
            try await crm.pipelines.removeLostReason(account, id, by: actor, now: now())
        }
    }

    private static func place(_ context: AccountContext) throws -> (PipelineID, StageID) {
        (try context.id("pipeline"), try context.id("stage"))
    }

    private static func probability(_ context: AccountContext) throws -> Int? {
        guard let text = context.form.text("probability") else { return nil }
        guard let percent = Int(text) else { throw PipelineError.probability }
        return percent
    }

    private func change(
        _ request: Request, _ context: AccountContext,
        _ body: (AccountID, AuditActor) async throws -> Void
    ) async throws -> Response {
        do {
            try await body(context.account.id, .user(context.user.id))
            return Redirect.to(context.paths.pipelines, .settingsSaved)
        } catch let error as PipelineError {
            return try await page(request, context, error: error)
        }
    }

    private func page(
        _ request: Request, _ context: AccountContext, error: PipelineError?
    ) async throws -> Response {
        let account = context.account.id
        let matter = PipelineSettingsPage.Matter(
            pipelines: try await crm.pipelines.all(account), counts: try await crm.pipelines.counts(account),
            currency: try await crm.pipelines.currency(account),
            reasons: try await crm.pipelines.lostReasons(account))
        let frame = try await pages.frame(request, context)
        return try pages.show(
            PipelineSettingsPage(frame, context.paths, matter, error: error), in: frame,
            status: error == nil ? .ok : .unprocessableContent)
    }
}
