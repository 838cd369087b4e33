/// Why an opportunity was lost, in the words of an account.
public struct LostReason: Sendable, Identifiable, Equatable {
    public let id: LostReasonID
    public let name: String
    public let createdAt: Milliseconds
    public let updatedAt: Milliseconds
    /// It is offered no more, and opportunities that have it keep it.
    public let isRemoved: Bool
}

public typealias LostReasonID = Identifier<LostReason>
