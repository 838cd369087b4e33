import CRM

/// Opportunities, their followers, pipelines and lost reasons, for programs.
struct OpportunitiesOperations: Sendable {
    let crm: CRM
    let publicURL: PublicURL

    var operations: [Operation] { lists + single + followers }

    private var lists: [Operation] {
        let search = OpportunitySearchController(crm: crm, publicURL: publicURL)
        let pipelines = PipelinesAPIController(crm: crm)
        return [
            .on(
                .get, "/opportunities/search", "search-opportunity", .opportunities, "Lists opportunities",
                .readOpportunities, query: OpportunityListRequest.parameters, answers: [.ok(.opportunityList)],
                work: search.list),
            .on(
                .post, "/opportunities/search", "search-opportunities-advanced", .opportunities,
                "Finds opportunities, any number of them", .readOpportunities, body: .object(.opportunitySearch),
                answers: [.ok(.opportunitiesFound)], work: search.search),
            .on(
                .get, "/opportunities/pipelines", "get-pipelines", .opportunities, "The pipelines with their stages",
                .readOpportunities, query: [.location], answers: [.ok(.pipelineList)], work: pipelines.list),
            .on(
                .get, "/opportunities/lost-reason", "get-lost-reason", .opportunities,
                "The reasons why opportunities are lost", .readOpportunities,
                query: PipelinesAPIController.reasonParameters, answers: [.ok(.lostReasonList)],
                work: pipelines.lostReasons),
        ]
    }

    private var single: [Operation] {
        let one = OpportunityAPIController(crm: crm)
        return [
            .on(
                .post, "/opportunities/", "create-opportunity", .opportunities, "Creates an opportunity",
                .writeOpportunities, body: .object(.newOpportunity), answers: [.created(.singleOpportunity)],
                work: one.create),
            .on(
                .post, "/opportunities/upsert", "Upsert-opportunity", .opportunities,
                "Changes the opportunity with that id, or the contact's newest open one in the pipeline, or creates one",
                .writeOpportunities, body: .object(.opportunityUpsert), answers: [.ok(.upsertedOpportunity)],
                work: one.upsert),
            .on(
                .get, "/opportunities/{id}", "get-opportunity", .opportunities, "One opportunity", .readOpportunities,
                answers: [.ok(.singleOpportunity)], work: one.show),
            .on(
                .put, "/opportunities/{id}", "update-opportunity", .opportunities, "Changes the fields that are sent",
                .writeOpportunities, body: .object(.opportunityWish), answers: [.ok(.singleOpportunity)],
                work: one.update),
            .on(
                .delete, "/opportunities/{id}", "delete-opportunity", .opportunities, "Deletes an opportunity",
                .writeOpportunities, answers: [.ok(.opportunityDone)], work: one.delete),
            .on(
                .put, "/opportunities/{id}/status", "update-opportunity-status", .opportunities,
                "Says that it is open, won, lost or abandoned", .writeOpportunities,
                body: .object(.opportunityStatus), answers: [.ok(.opportunityDone)], work: one.setStatus),
        ]
    }

    private var followers: [Operation] {
        let followers = OpportunityFollowersController(crm: crm)
        return [
            .on(
                .post, "/opportunities/{id}/followers", "add-followers-opportunity", .opportunities,
                "Adds users who want to hear of it", .writeOpportunities, body: .object(.opportunityFollowers),
                answers: [.created(.opportunityFollowersAdded)], work: followers.add),
            .on(
                .delete, "/opportunities/{id}/followers", "remove-followers-opportunity", .opportunities,
                "Takes followers off", .writeOpportunities, query: [.allFollowers],
                body: .object(.opportunityFollowers), answers: [.ok(.opportunityFollowersRemoved)],
                work: followers.remove),
        ]
    }
}

extension APIParameter {
    fileprivate static let allFollowers = optional(
        "isRemoveAllFollowers", .boolean, "Takes everybody off, whoever is named")
}
