import CRM

/// Which opportunities a client asks for in a body.
struct OpportunitySearchRequest {
    var query: OpportunityQuery
    let details: OpportunityExtras
    /// Where the page before ended: the value that it was ordered by, and the id.
    let searchAfter: (place: String, id: String)?

    /// - Throws: `APIError.invalid`.
    init(_ body: WireValue) throws(APIError) {
        func text(_ name: String) -> String? { body[name]?.text?.nonBlank }
        query = OpportunityQuery(limit: text("limit").flatMap { Int($0) } ?? 20)
        query.search = text("query")
        query.pipeline = text("pipelineId").map(PipelineID.init(rawValue:))
        query.stage = text("pipelineStageId").map(StageID.init(rawValue:))
        query.contact = text("contactId").map(ContactID.init(rawValue:))
        query.assignedTo = text("assignedTo").map(UserID.init(rawValue:))
        query.status = text("status").flatMap(Opportunity.Status.init(rawValue:))
        query.firstSource = text("firstSource").flatMap { .init(spelling: $0) }
        query.latestSource = text("latestSource").flatMap { .init(spelling: $0) }
        query.order = text("order").flatMap(OpportunityOrder.init(apiName:)) ?? .newest
        let place = body["searchAfter"]?.texts ?? []
        guard place.isEmpty || place.count == 2 else {
            throw .invalid(["searchAfter must be empty or what the page before answered"])
        }
        searchAfter = place.isEmpty ? nil : (place[0], place[1])
        // Clients count from 0 or from 1, and both mean the first.
        let page = text("page").flatMap { Int($0) } ?? 0
        if searchAfter == nil { query.offset = max(0, page - 1) * query.limit }
        let extras = body["additionalDetails"]
        details = OpportunityExtras(
            notes: extras?["notes"]?.text == "true", tasks: extras?["tasks"]?.text == "true",
            events: extras?["calendarEvents"]?.text == "true")
    }
}
