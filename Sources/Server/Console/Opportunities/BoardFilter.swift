import Attribution
import CRM

/// Which opportunities a board shows, as its address says it.
struct BoardFilter: Equatable {
    var pipeline: PipelineID?
    /// Nil for all.
    var status: Opportunity.Status? = .open
    var owner: UserID?
    var first: Source?
    var latest: Source?
    var search: String?
    /// One column alone, which then goes page by page.
    var stage: StageID?
    var after: String?

    static let mostCards = 50

    init() {}

    /// What is not understood is left out: an old bookmark shows more, never an error.
    init(_ query: FormBody) {
        pipeline = query.text("pipeline").map(PipelineID.init(rawValue:))
        let wished = query.text("status")
        status = wished == "all" ? nil : wished.flatMap(Opportunity.Status.init(rawValue:)) ?? .open
        owner = query.text("owner").map(UserID.init(rawValue:))
        first = query.text("first").flatMap(Source.init(spelling:))
        latest = query.text("latest").flatMap(Source.init(spelling:))
        search = query.text("q").map { String($0.prefix(200)) }
        stage = query.text("stage").map(StageID.init(rawValue:))
        after = query.text("after").map { String($0.prefix(100)) }
    }

    /// - Parameter pipeline: the one that the board shows.
    func query(_ pipeline: Pipeline, for access: ContactAccess) -> OpportunityQuery {
        var query = OpportunityQuery(limit: Self.mostCards)
        query.pipeline = pipeline.id
        query.status = status
        query.assignedTo = owner
        query.firstSource = first
        query.latestSource = latest
        query.search = search
        query.contacts = access
        return query
    }

    /// The address of the board with these filters.
    func path(_ base: String) -> ConsolePath {
        ConsolePath(base).with("pipeline", pipeline?.rawValue)
            .with("status", status == .open ? nil : status?.rawValue ?? "all").with("owner", owner?.rawValue)
            .with("first", first?.rawValue).with("latest", latest?.rawValue).with("q", search)
    }

    /// Whether something beside the pipeline is asked for.
    var isNarrow: Bool {
        var bare = BoardFilter()
        bare.pipeline = pipeline
        bare.stage = stage
        bare.after = after
        return self != bare
    }

    /// The same without filters, with its pipeline.
    var cleared: BoardFilter {
        var bare = BoardFilter()
        bare.pipeline = pipeline
        return bare
    }
}
