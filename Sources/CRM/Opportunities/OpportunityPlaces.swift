import Database

/// The pipelines of an account, to tell which stage an edit means.
struct OpportunityPlaces {
    let pipelines: [Pipeline]

    init(_ connection: Connection, _ account: AccountID) throws {
        pipelines = try PipelineStore.all(connection, account)
    }

    /// - Parameter current: where the opportunity is; nil for a new one.
    /// - Throws: `InvalidField` for a pipeline or a stage that the account has not, or a stage of another pipeline.
    func place(
        _ edit: OpportunityEdit, current: (pipeline: PipelineID, stage: StageID)?
    ) throws -> (pipeline: PipelineID, stage: StageID)? {
        switch (edit.pipeline, edit.stage) {
        case (nil, nil): return try current == nil ? first(pipelines.first) : current
        case (let id?, nil):
            return id == current?.pipeline ? current : try first(pipelines.first { $0.id == id })
        case (nil, let stage?):
            guard let pipeline = pipelines.first(where: { $0.stage(stage) != nil }) else { throw Self.unknownStage }
            return (pipeline.id, stage)
        case (let id?, let stage?):
            guard let pipeline = pipelines.first(where: { $0.id == id }) else { throw Self.unknownPipeline }
            guard pipeline.stage(stage) != nil else { throw Self.unknownStage }
            return (id, stage)
        }
    }

    private func first(_ pipeline: Pipeline?) throws -> (pipeline: PipelineID, stage: StageID)? {
        guard let pipeline, let stage = pipeline.stages.first else { throw Self.unknownPipeline }
        return (pipeline.id, stage.id)
    }

    private static let unknownPipeline = InvalidField(
        field: "pipelineId", message: "pipelineId must be a pipeline of this location")
    private static let unknownStage = InvalidField(
        field: "pipelineStageId", message: "pipelineStageId must be a stage of the pipeline")
}
