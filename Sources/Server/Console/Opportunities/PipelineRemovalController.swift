import CRM
import Hummingbird

/// Removes stages and pipelines, and asks first where their opportunities go.
struct PipelineRemovalController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings/pipelines/<pipeline>[/stages/<stage>]/remove`
    func confirm(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await ask(request, context, error: nil)
    }

    /// `POST /a/<account>/settings/pipelines/<pipeline>[/stages/<stage>]/remove`
    func remove(_ request: Request, _ context: AccountContext) async throws -> Response {
        let target = context.form.text("target").map(StageID.init(rawValue:))
        let actor = AuditActor.user(context.user.id)
        let account = context.account.id
        let id: PipelineID = try context.id("pipeline")
        do {
            if context.parameters.get("stage") != nil {
                try await crm.pipelines.deleteStage(
                    account, id, try context.id("stage"), moving: target, by: actor, maker: context.maker, now: now())
            } else {
                try await crm.pipelines.delete(
                    account, id, moving: target, by: actor, maker: context.maker, now: now())
            }
            return Redirect.to(context.paths.pipelines, .settingsSaved)
        } catch let error as PipelineError {
            return try await ask(request, context, error: error)
        }
    }

    private func ask(_ request: Request, _ context: AccountContext, error: PipelineError?) async throws -> Response {
        let account = context.account.id
        let id: PipelineID = try context.id("pipeline")
        let pipelines = try await crm.pipelines.all(account)
        guard let pipeline = pipelines.first(where: { $0.id == id }) else { throw NotFound.pipeline }
        var stage: Pipeline.Stage?
        if context.parameters.get("stage") != nil {
            stage = pipeline.stage(try context.id("stage"))
            guard stage != nil else { throw NotFound.pipeline }
        }
        let frame = try await pages.frame(request, context)
        let page = PipelineRemovePage(
            frame, context.paths, pipeline, stage, all: pipelines,
            counts: try await crm.pipelines.counts(account), error: error)
        return try pages.show(page, in: frame, status: error == nil ? .ok : .unprocessableContent)
    }
}
