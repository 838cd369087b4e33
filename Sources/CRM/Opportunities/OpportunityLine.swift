import Database

/// An opportunity with the names of what it points to, as an export writes it.
public struct OpportunityLine: Sendable {
    let detail: OpportunityDetail
    let pipeline: Pipeline?
    let lostReason: String?
    /// The values of its custom fields under their keys.
    let custom: [String: String]

    var opportunity: Opportunity { detail.opportunity }
}

extension Exports {
    /// Every opportunity, the newest first; `body` is called for a few hundred at a time.
    public func opportunities(
        _ account: AccountID, _ body: ([OpportunityLine]) async throws -> Void
    ) async throws {
        var query = OpportunityQuery(limit: 500)
        var hasMore = true
        while hasMore {
            let current = query
            let (page, lines) = try await database.read { connection in
                let page = try OpportunitySearch.page(connection, account, current)
                return (page, try OpportunityLines(connection, account).lines(page.opportunities))
            }
            if !lines.isEmpty { try await body(lines) }
            query.after = page.opportunities.last.map { OpportunityCursor($0.opportunity, in: query.order) }
            hasMore = page.hasMore
        }
    }
}

/// Looks names up for a chunk of opportunities.
private struct OpportunityLines {
    let pipelines: [Pipeline]
    let reasons: [LostReason]
    let keys: [FieldID: String]

    init(_ connection: Connection, _ account: AccountID) throws {
        pipelines = try PipelineStore.all(connection, account)
        reasons = try PipelineStore.reasons(connection, account)
        let fields = try FieldStore.all(connection, account, of: .opportunity)
        keys = Dictionary(fields.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    }

    func lines(_ details: [OpportunityDetail]) -> [OpportunityLine] {
        details.map { detail in
            let named = detail.custom.compactMap { id, value in keys[id].map { ($0, value) } }
            return OpportunityLine(
                detail: detail, pipeline: pipelines.first { $0.id == detail.opportunity.pipeline },
                lostReason: reasons.first { $0.id == detail.opportunity.lostReason }?.name,
                custom: Dictionary(named, uniquingKeysWith: { first, _ in first }))
        }
    }
}
