import CRM

/// `{"pipelines": […]}`
struct WirePipelineList: Encodable {
    let pipelines: [WirePipeline]
}

/// A pipeline as the API shows it.
struct WirePipeline: Encodable {
    let id: String
    let name: String
    let stages: [Stage]
    let showInFunnel = true
    let showInPieChart = true
    let locationId: String
    let colorRenderMode = "none"
    /// Whether its stages say how likely an opportunity is won.
    let useOpportunityProbability: Bool
    let dateAdded: String
    let dateUpdated: String

    struct Stage: Encodable {
        let id: String
        let name: String
        let position: Int
        let showInFunnel = true
        let showInPieChart = true
        @OrNull var probability: Int?
    }

    init(_ pipeline: Pipeline, of account: Account) {
        id = pipeline.id.rawValue
        name = pipeline.name
        stages = pipeline.stages.map {
            Stage(id: $0.id.rawValue, name: $0.name, position: $0.position, probability: $0.probability)
        }
        locationId = account.locationID
        useOpportunityProbability = pipeline.stages.contains { $0.probability != nil }
        dateAdded = pipeline.createdAt.iso8601
        dateUpdated = pipeline.updatedAt.iso8601
    }
}

/// A page of lost reasons.
struct WireLostReasonList: Encodable {
    let lostReasons: [WireLostReason]
    let total: Int
}

/// A lost reason as the API shows it.
struct WireLostReason: Encodable {
    let id: String
    let name: String
    let locationId: String
    let createdAt: String
    let updatedAt: String

    init(_ reason: LostReason, of account: Account) {
        id = reason.id.rawValue
        name = reason.name
        locationId = account.locationID
        createdAt = reason.createdAt.iso8601
        updatedAt = reason.updatedAt.iso8601
    }
}
