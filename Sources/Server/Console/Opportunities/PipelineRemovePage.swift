import CRM

/// Asks where the opportunities of a stage, or of a whole pipeline, go when it is removed.
struct PipelineRemovePage: ConsolePage {
    static let template = "console/pipeline-remove"

    let shell: Shell
    let heading: String
    let text: String
    let errors: [FormError]
    let action: String
    /// Empty when nothing has to go anywhere.
    let targets: [FieldControl.Option]
    let button: String
    let cancelHref: String

    /// - Parameter stage: nil removes the whole pipeline.
    init(
        _ frame: Frame, _ paths: AccountPaths, _ pipeline: Pipeline, _ stage: Pipeline.Stage?,
        all pipelines: [Pipeline], counts: [StageID: Int], error: PipelineError? = nil
    ) {
        let gone = stage.map { [$0] } ?? pipeline.stages
        let count = gone.reduce(0) { $0 + (counts[$1.id] ?? 0) }
        heading = stage.map { "Remove the stage “\($0.name)”?" } ?? "Remove the pipeline “\(pipeline.name)”?"
        shell = Shell(heading, in: .settings, frame)
        text =
            count == 0
            ? "There is no opportunity in it." : "\(OpportunityBoardPage.counted(count)) must go somewhere else."
        errors = error.map { [FormError(text: $0.description, fieldId: "target")] } ?? []
        action = (stage.map { paths.stage($0.id, of: pipeline.id) } ?? paths.pipeline(pipeline.id)) + "/remove"
        let kept = pipelines.map { other in (other, other.stages.filter { !gone.contains($0) }) }
        targets =
            count == 0
            ? []
            : kept.flatMap { other, stages in
                stages.map { stage in
                    FieldControl.Option(
                        value: stage.id.rawValue, label: "\(other.name): \(stage.name)", selected: false)
                }
            }
        button = stage == nil ? "Remove pipeline" : "Remove stage"
        cancelHref = paths.pipelines
    }
}
