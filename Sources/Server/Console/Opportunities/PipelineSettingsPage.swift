import CRM

/// The account's pipelines with their stages, its currency, and why opportunities are lost.
struct PipelineSettingsPage: ConsolePage {
    static let template = "console/settings-pipelines"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let readOnly: Bool
    let pipelines: [Line]
    let addAction: String
    let currencyAction: String
    let currencies: [FieldControl.Option]
    let currency: String
    let reasonsAction: String
    let reasons: [Reason]

    struct Line {
        let id: String
        let name: String
        let action: String
        let addAction: String
        let boardHref: String
        let removeHref: String?
        let stages: [StageLine]
    }

    struct StageLine {
        let id: String
        let name: String
        let probability: String?
        let countText: String
        let action: String
        let moveAction: String
        let isFirst: Bool
        let isLast: Bool
        let removeHref: String?
    }

    struct Reason {
        let name: String
        let removeAction: String
    }

    /// What the page is made of.
    struct Matter {
        let pipelines: [Pipeline]
        let counts: [StageID: Int]
        let currency: Currency
        let reasons: [LostReason]
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ matter: Matter, error: PipelineError? = nil) {
        shell = SettingsTab.pipelines.shell(frame)
        tabs = SettingsTab.pipelines.links(frame, paths)
        errors = error.map { [FormError(text: $0.description)] } ?? []
        readOnly = !frame.isAdmin
        pipelines = matter.pipelines.map { pipeline in
            Line(pipeline, matter.counts, canBeRemoved: matter.pipelines.count > 1, paths)
        }
        addAction = paths.pipelines
        currencyAction = paths.pipelines + "/currency"
        currencies = Currency.all.map {
            FieldControl.Option(value: $0.rawValue, label: $0.rawValue, selected: $0 == matter.currency)
        }
        currency = matter.currency.rawValue
        reasonsAction = paths.pipelines + "/reasons"
        reasons = matter.reasons.filter { !$0.isRemoved }.map {
            Reason(
                name: $0.name,
                removeAction: paths.pipelines + "/reasons/\(ConsolePath.escaped($0.id.rawValue))/remove")
        }
    }
}

extension PipelineSettingsPage.Line {
    init(_ pipeline: Pipeline, _ counts: [StageID: Int], canBeRemoved: Bool, _ paths: AccountPaths) {
        id = pipeline.id.rawValue
        name = pipeline.name
        action = paths.pipeline(pipeline.id)
        addAction = action + "/stages"
        boardHref = ConsolePath(paths.opportunities).with("pipeline", id).text
        removeHref = canBeRemoved ? action + "/remove" : nil
        stages = pipeline.stages.enumerated().map { index, stage in
            let here = paths.stage(stage.id, of: pipeline.id)
            return PipelineSettingsPage.StageLine(
                id: stage.id.rawValue, name: stage.name, probability: stage.probability.map(String.init),
                countText: OpportunityBoardPage.counted(counts[stage.id] ?? 0), action: here,
                moveAction: here + "/move", isFirst: index == 0, isLast: index == pipeline.stages.count - 1,
                removeHref: pipeline.stages.count > 1 ? here + "/remove" : nil)
        }
    }
}
