/// An opportunity with everything that a page, an export line or an API answer shows.
public struct OpportunityDetail: Sendable {
    public let opportunity: Opportunity
    /// With First and Latest as they are now: an opportunity has its contact's.
    public let contact: ContactDetail
    public let custom: [FieldID: String]
    /// The users who want to hear of it, in the order of their ids.
    public let followers: [UserID]
}
