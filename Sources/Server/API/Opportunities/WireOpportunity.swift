import CRM
import Foundation

/// An opportunity as the API shows it: a field without a value is null.
struct WireOpportunity: Encodable {
    let id: String
    let name: String
    /// In whole units of the currency: 1500.5
    let monetaryValue: Decimal
    let currency: String
    let pipelineId: String
    let pipelineStageId: String
    @OrNull var assignedTo: String?
    let status: String
    @OrNull var source: String?
    let lastStatusChangeAt: String
    let lastStageChangeAt: String
    let lastActionDate: String
    let createdAt: String
    let updatedAt: String
    let contactId: String
    let locationId: String
    @OrNull var lostReasonId: String?
    @OrNull var forecastExpectedCloseDate: String?
    @OrNull var forecastOriginalCloseDate: String?
    let forecastSlippageCount: Int
    @OrNull var forecastDaysSlipped: Int?
    @OrNull var forecastLastSlippedAt: String?
    @OrNull var forecastProbability: Int?
    @OrNull var effectiveProbability: Int?
    let contact: Person
    let customFields: [Custom]
    let followers: [String]
    /// First and Latest of its contact, as they are now.
    let attributions: [WireListedAttribution]
    /// The contact's, where a search asks for them.
    var notes: [WireNote]?
    var tasks: [WireTask]?
    var calendarEvents: [String]?

    struct Person: Encodable {
        let id: String
        let name: String
        @OrNull var companyName: String?
        @OrNull var email: String?
        @OrNull var phone: String?
        let tags: [String]
    }

    struct Custom: Encodable {
        let id: String
        let fieldValue: Value
    }

    /// As the public files have it: a text, or a list of texts where a field can have several values.
    enum Value: Encodable {
        case text(String)
        case list([String])

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .list(let texts): try container.encode(texts)
            }
        }
    }

    /// - Parameter fields: the account's custom fields of opportunities.
    init(_ detail: OpportunityDetail, of account: Account, pipelines: [Pipeline], fields: [CustomField]) {
        let opportunity = detail.opportunity
        let forecast = opportunity.forecast
        id = opportunity.id.rawValue
        name = opportunity.name
        monetaryValue = opportunity.value.major
        currency = opportunity.value.currency.rawValue
        pipelineId = opportunity.pipeline.rawValue
        pipelineStageId = opportunity.stage.rawValue
        assignedTo = opportunity.assignedTo?.rawValue
        status = opportunity.status.rawValue
        source = opportunity.source
        lastStatusChangeAt = opportunity.statusChangedAt.iso8601
        lastStageChangeAt = opportunity.stageChangedAt.iso8601
        lastActionDate = opportunity.updatedAt.iso8601
        createdAt = opportunity.createdAt.iso8601
        updatedAt = opportunity.updatedAt.iso8601
        contactId = opportunity.contact.rawValue
        locationId = account.locationID
        lostReasonId = opportunity.lostReason?.rawValue
        forecastExpectedCloseDate = forecast.closesOn?.rawValue
        forecastOriginalCloseDate = forecast.firstClosesOn?.rawValue
        forecastSlippageCount = forecast.slips
        forecastDaysSlipped = forecast.daysSlipped
        forecastLastSlippedAt = forecast.slippedAt?.iso8601
        forecastProbability = forecast.probability
        let stage = pipelines.lazy.compactMap { $0.stage(opportunity.stage) }.first
        effectiveProbability = opportunity.probability(in: stage)
        contact = Person(detail.contact)
        let several = Dictionary(
            fields.filter { $0.type == .multiSelect || $0.type == .checkbox }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        customFields = detail.custom.sorted { $0.key < $1.key }.map { id, value in
            Custom(id: id.rawValue, fieldValue: several[id].map { .list($0.parts(of: value)) } ?? .text(value))
        }
        followers = detail.followers.map(\.rawValue)
        attributions = WireListedAttribution.list(of: detail.contact)
    }
}

extension WireOpportunity.Person {
    init(_ detail: ContactDetail) {
        let contact = detail.contact
        id = contact.id.rawValue
        name = contact.displayName
        companyName = contact.properties[.companyName]
        email = contact.properties[.email]
        phone = contact.properties[.phone]
        tags = detail.tags
    }
}

extension WireListedAttribution {
    /// First, then Latest.
    static func list(of detail: ContactDetail) -> [WireListedAttribution] {
        [
            detail.first.map { WireListedAttribution(stored: $0, position: .first) },
            detail.latest.map { WireListedAttribution(stored: $0, position: .latest) },
        ].compactMap { $0 }
    }
}
