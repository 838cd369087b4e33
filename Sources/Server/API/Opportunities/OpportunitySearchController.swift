import CRM
import Hummingbird

/// Lists of opportunities, for programs.
struct OpportunitySearchController: Sendable {
    let crm: CRM
    let publicURL: PublicURL

    func list(_ call: APICall) async throws -> Response {
        let account = call.account
        var wanted = try OpportunityListRequest(call.query, of: account)
        guard !wanted.findsNothing else {
            return try .json(WireOpportunityList(opportunities: [], totals: [], meta: .init(currentPage: wanted.page)))
        }
        wanted.start(
            after: try await cursor(
                call.query["startAfter"]?.nonBlank, call.query["startAfterId"]?.nonBlank, wanted.query.order, account))
        let page = try await crm.opportunities.page(account.id, wanted.query)
        let totals = try await crm.opportunities.totals(account.id, wanted.query)
        let last = page.opportunities.last.map { OpportunityCursor($0.opportunity, in: wanted.query.order) }
        return try .json(
            WireOpportunityList(
                opportunities: try await entries(page, wanted.details, account), totals: totals,
                meta: .init(
                    total: totals.tally,
                    nextPageUrl: page.hasMore ? last.map { wanted.url(after: $0, publicURL) } : nil,
                    startAfterId: last?.id.rawValue, startAfter: last.map { WireOpportunityList.Start($0) },
                    currentPage: wanted.page, nextPage: page.hasMore ? wanted.page + 1 : nil,
                    prevPage: wanted.page > 1 ? wanted.page - 1 : nil)))
    }

    func search(_ call: APICall) async throws -> Response {
        let account = call.account
        var request = try OpportunitySearchRequest(call.body)
        let place = request.searchAfter
        request.query.after = try await cursor(place?.place, place?.id, request.query.order, account)
        let page = try await crm.opportunities.page(account.id, request.query)
        let totals = try await crm.opportunities.totals(account.id, request.query)
        let stages = try await crm.pipelines.all(account.id).flatMap(\.stages)
        let last = page.opportunities.last.map { OpportunityCursor($0.opportunity, in: request.query.order) }
        return try .json(
            WireOpportunitiesFound(
                opportunities: try await entries(page, request.details, account), total: totals.tally,
                searchAfter: last.map { [$0.text, $0.id.rawValue] },
                aggregations: WireOpportunityAggregations(totals),
                stageAggregations: request.query.pipeline == nil
                    ? [] : WireStageAggregation.list(totals, stages: stages)))
    }

    /// The place of a page: as it is written, or where the opportunity of that id is now.
    private func cursor(
        _ place: String?, _ id: String?, _ order: OpportunityOrder, _ account: Account
    ) async throws -> OpportunityCursor? {
        let id = id.map(OpportunityID.init(rawValue:))
        if let place {
            // Behind all that share the place.
            let beyond = order.isDescending ? "" : "\u{10FFFF}"
            guard let cursor = OpportunityCursor(place, id: id ?? OpportunityID(rawValue: beyond), in: order) else {
                throw APIError.invalid(["startAfter must be what the page before answered"])
            }
            return cursor
        }
        guard let id else { return nil }
        return OpportunityCursor(try await crm.opportunities.detail(account.id, id).opportunity, in: order)
    }

    private func entries(
        _ page: OpportunityPage, _ extras: OpportunityExtras, _ account: Account
    ) async throws -> [WireOpportunity] {
        let pipelines = try await crm.pipelines.all(account.id)
        let fields = try await crm.fields.all(account.id, of: .opportunity)
        var entries: [WireOpportunity] = []
        for detail in page.opportunities {
            var entry = WireOpportunity(detail, of: account, pipelines: pipelines, fields: fields)
            let contact = detail.opportunity.contact
            if extras.notes {
                entry.notes = try await crm.notes.list(account.id, of: contact, limit: 20).map(WireNote.init)
            }
            if extras.tasks { entry.tasks = try await crm.tasks.list(account.id, of: contact).map(WireTask.init) }
            if extras.events { entry.calendarEvents = [] }
            entries.append(entry)
        }
        return entries
    }
}
