import Attribution

/// A visit that a program wants judged: `{"url", "referrer", "userAgent", "book": "current" | "draft" | document}`.
struct RuleTestRequest {
    let landing: Landing
    let book: Book

    enum Book {
        case current, draft
        case document(RuleBookDocument)
    }

    init(_ body: WireValue) throws(APIError) {
        var fields = RequestFields(body)
        let landing = Landing(
            url: fields.text("url")?.flatMap { $0 } ?? "", referrer: fields.text("referrer") ?? nil,
            userAgent: fields.text("userAgent") ?? nil)
        if !landing.isWebPage { fields.problems.append("url must be the absolute http(s) address of a page") }
        switch body["book"] {
        case nil, .null, .string("current"): book = .current
        case .string("draft"): book = .draft
        case .object(let members):
            switch RuleBookDocument.read(WireValue.object(members).json.utf8) {
            case .success(let document): book = .document(document)
            case .failure(let problems):
                book = .current
                fields.problems += problems.list.map { "book.\($0)" }
            }
        default:
            book = .current
            fields.problems.append("book must be current, draft or a document")
        }
        self.landing = landing
        if !fields.problems.isEmpty { throw .invalid(fields.problems) }
    }
}
