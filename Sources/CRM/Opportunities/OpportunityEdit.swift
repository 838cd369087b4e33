import Foundation

/// What somebody writes to an opportunity; what is not named stays as it is.
public struct OpportunityEdit: Sendable {
    public var name: String?
    public var contact: ContactID?
    public var pipeline: PipelineID?
    /// Without one, an opportunity that is new to its pipeline begins in the first stage.
    public var stage: StageID?
    public var status: Opportunity.Status?
    /// In whole units of the currency: 1500.5
    public var amount: Decimal?
    public var currency: Currency?
    public var assignedTo: UserID??
    public var source: String??
    public var lostReason: LostReasonID??
    public var closesOn: CalendarDate??
    public var probability: Int??
    public var custom: [FieldID: String?] = [:]

    public init() {}
}
