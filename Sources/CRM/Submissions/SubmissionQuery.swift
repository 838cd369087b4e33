/// Which submissions, newest first, and which page of them.
public struct SubmissionQuery: Sendable, Equatable {
    public var status: Conversion.Status?
    public var formID: String?
    public var contact: ContactID?
    /// Which contacts there are for whoever asks; what is held is nobody's contact yet.
    public var access = ContactAccess.everything
    /// 1 to 500.
    public var limit: Int
    public var olderThan: SubmissionCursor?
    /// The page that ends just above this submission; `olderThan` is not looked at then.
    public var newerThan: SubmissionCursor?

    public init(limit: Int = 50) {
        self.limit = min(max(limit, 1), 500)
    }
}

/// A submission's place in the order of lists.
public struct SubmissionCursor: Sendable, Equatable {
    public let receivedAt: Milliseconds
    public let id: ConversionID

    public init(receivedAt: Milliseconds, id: ConversionID) {
        self.receivedAt = receivedAt
        self.id = id
    }
}

/// One page of submissions, newest first.
public struct SubmissionPage: Sendable {
    public let submissions: [Conversion]
    public let hasNewer: Bool
    public let hasOlder: Bool
}
