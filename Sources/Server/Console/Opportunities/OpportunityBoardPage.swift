import Attribution
import CRM

/// The opportunities of a pipeline, a column for each stage.
struct OpportunityBoardPage: ConsolePage {
    static let template = "console/opportunities"

    let shell: Shell
    let newHref: String
    let settingsHref: String?
    let action: String
    let pipelines: [FieldControl.Option]
    let statuses: [FieldControl.Option]
    let owners: [FieldControl.Option]
    let firstSources: [FieldControl.Option]
    let latestSources: [FieldControl.Option]
    let q: String?
    let clearHref: String?
    let summary: String
    let columns: [Column]
    let back: String
    let single: Single?

    struct Column {
        let id: String
        let name: String
        let countText: String
        let worth: String
        /// In other currencies than the account's.
        let otherWorth: String?
        let cards: [OpportunityCard]
        let moreHref: String?
        let moreText: String?
    }

    /// One column alone.
    struct Single {
        let allHref: String
        let olderHref: String?
    }

    /// What a board is made of.
    struct Matter {
        let filter: BoardFilter
        let pipeline: Pipeline
        let pipelines: [Pipeline]
        let people: [User]
        let currency: Currency
        /// Of all stages, whatever their pages.
        let totals: [OpportunityTotal]
        let pages: [StageID: OpportunityPage]
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ matter: Matter) {
        let filter = matter.filter
        shell = Shell("Opportunities", in: .opportunities, frame)
        newHref = paths.newOpportunity
        settingsHref = frame.isAdmin ? paths.pipelines : nil
        action = paths.opportunities
        pipelines = matter.pipelines.map {
            FieldControl.Option(value: $0.id.rawValue, label: $0.name, selected: $0.id == matter.pipeline.id)
        }
        statuses = Self.statuses(filter)
        owners = matter.people.map {
            FieldControl.Option(value: $0.id.rawValue, label: $0.email.text, selected: $0.id == filter.owner)
        }
        firstSources = Self.sources(filter.first)
        latestSources = Self.sources(filter.latest)
        q = filter.search
        clearHref = filter.isNarrow ? filter.cleared.path(paths.opportunities).text : nil
        let all = matter.totals
        summary = "\(Self.counted(all.tally)), \(all.sum(in: matter.currency).text)"
        let stages = matter.pipeline.stages.filter { filter.stage == nil || $0.id == filter.stage }
        columns = stages.map { Column($0, paths, matter) }
        back = frame.path
        single = filter.stage.map { Single($0, paths, matter) }
    }

    static func counted(_ count: Int) -> String {
        "\(Count.grouped(count)) \(count == 1 ? "opportunity" : "opportunities")"
    }

    private static func statuses(_ filter: BoardFilter) -> [FieldControl.Option] {
        Opportunity.Status.allCases.map {
            FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == filter.status)
        } + [FieldControl.Option(value: "all", label: "All", selected: filter.status == nil)]
    }

    private static func sources(_ selected: Source?) -> [FieldControl.Option] {
        Source.allCases.map {
            FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == selected)
        }
    }
}

extension OpportunityBoardPage.Column {
    init(_ stage: Pipeline.Stage, _ paths: AccountPaths, _ matter: OpportunityBoardPage.Matter) {
        let totals = matter.totals.filter { $0.stage == stage.id }
        let page = matter.pages[stage.id]
        let others = totals.sums.filter { $0.currency != matter.currency }
        id = stage.id.rawValue
        name = stage.name
        countText = Count.grouped(totals.tally)
        worth = totals.sum(in: matter.currency).text
        otherWorth = others.isEmpty ? nil : "and " + others.map(\.text).joined(separator: ", ")
        cards = (page?.opportunities ?? []).map {
            OpportunityCard($0, matter.pipeline, people: matter.people, paths)
        }
        let isCut = matter.filter.stage == nil && page?.hasMore == true
        moreHref =
            isCut ? matter.filter.path(paths.opportunities).with("stage", stage.id.rawValue).text : nil
        moreText = isCut ? "Show all \(Count.grouped(totals.tally))" : nil
    }
}

extension OpportunityBoardPage.Single {
    init(_ stage: StageID, _ paths: AccountPaths, _ matter: OpportunityBoardPage.Matter) {
        let path = matter.filter.path(paths.opportunities)
        allHref = path.text
        let page = matter.pages[stage]
        let last = page?.opportunities.last.map { OpportunityCursor($0.opportunity, in: .newest) }
        olderHref =
            page?.hasMore == true
            ? last.map { path.with("stage", stage.rawValue).with("after", "\($0.text)-\($0.id)").text } : nil
    }
}
