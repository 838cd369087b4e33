import CRM

/// Which tasks of an account a client asks for.
struct TaskSearchRequest {
    let query: TaskQuery

    private static let mostIDs = 100

    init(_ fields: RequestFields) throws(APIError) {
        var problems: [String] = []
        func texts(_ name: String) -> [String] {
            let texts = fields[name]?.texts ?? []
            if texts.count > Self.mostIDs { problems.append("\(name) must not be more than \(Self.mostIDs)") }
            return texts
        }
        var query = TaskQuery(limit: fields.number("limit") ?? 25, offset: fields.number("skip") ?? 0)
        query.contacts = texts("contactId").map(ContactID.init(rawValue:))
        query.assignedTo = texts("assignedTo").map(UserID.init(rawValue:))
        query.isCompleted = fields.flag("completed")
        query.text = fields["query"]?.text?.nonBlank
        if case .array(let parts)? = fields["searchAfter"] {
            query.after = TaskCursor(parts)
            if query.after == nil { problems.append("searchAfter must be what the page before answered") }
        }
        // Companies do not exist: no task belongs to one.
        if fields["businessId"]?.text != nil {
            problems.append("businessId cannot be asked for: there are no companies")
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        self.query = query
    }
}

extension TaskCursor {
    fileprivate init?(_ parts: [WireValue]) {
        guard parts.count == 2, let time = parts[0].text.flatMap({ Milliseconds($0) }), let id = parts[1].text else {
            return nil
        }
        self.init(dueAt: time, id: TaskID(rawValue: id))
    }
}

extension RequestFields {
    fileprivate func number(_ name: String) -> Int? { self[name]?.text.flatMap { Int($0) } }
}
