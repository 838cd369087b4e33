/// Which accepted submissions of forms, newest first, and which page of them.
public struct SentFormQuery: Sendable {
    public var formID: String?
    /// A contact's id, or the beginnings of words of a name, an e-mail address or a phone number.
    public var words: String?
    public let received: Range<Milliseconds>
    /// From 1 on.
    public let page: Int
    /// 1 to 100.
    public let limit: Int

    public init(received: Range<Milliseconds>, page: Int, limit: Int) {
        self.received = received
        self.page = max(page, 1)
        self.limit = min(max(limit, 1), 100)
    }

    /// So many submissions stand before the page.
    var offset: Int64 { Int64(page - 1) * Int64(limit) }
}

/// One page of accepted submissions, and how many there are on all of them.
public struct SentForms: Sendable {
    public let forms: [SentForm]
    public let total: Int
}

/// A submission with the contact it belongs to and where its sender came from.
public struct SentForm: Sendable {
    public let conversion: Conversion
    public let contact: Contact?
    public let attribution: StoredAttribution?
}
