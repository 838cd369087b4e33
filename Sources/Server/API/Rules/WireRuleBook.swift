import Attribution
import CRM

/// The rules in force.
struct WireRuleBook: Encodable {
    /// 0 while nothing was published.
    let revision: Int
    @OrNull var publishedAt: String?
    @OrNull var publishedBy: String?
    @OrNull var comment: String?
    let document: RuleBookDocument

    init(_ book: RuleBook, revision: RuleRevision?) {
        self.revision = book.revision ?? 0
        publishedAt = revision?.publishedAt?.iso8601
        publishedBy = revision?.author
        comment = revision?.comment
        document = RuleBookDocument(book)
    }
}

/// The draft.
struct WireRuleDraft: Encodable {
    /// Names this state of the draft.
    let version: String
    let basedOnRevision: Int
    let updatedAt: String
    let updatedBy: String
    let document: RuleBookDocument

    init(_ draft: RuleDraft) {
        version = draft.version.rawValue
        basedOnRevision = draft.basedOn
        updatedAt = draft.updatedAt.iso8601
        updatedBy = draft.author
        document = RuleBookDocument(draft.book)
    }
}

/// `{"succeeded": true}`
struct WireDone: Encodable {
    let succeeded = true
}
