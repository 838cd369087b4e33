import CRM

/// The tags of one contact after a change, with those that the change added or removed.
struct WireContactTags: Encodable {
    let tags: [String]
    var tagsAdded: [String]?
    var tagsRemoved: [String]?
}

/// What became of the tags of many contacts, one entry for each that was named, in that order.
struct WireBulkContactTags: Encodable {
    let succeded: Bool
    let succeeded: Bool
    let errorCount: Int
    let responses: [Entry]

    struct Entry: Encodable {
        let contactId: String
        let type: String
        let message: String
        var oldTags: [String]?
        var tagsAdded: [String]?
        var tagsRemoved: [String]?

        /// - Parameter outcome: nil for a contact that is not there.
        init(_ id: ContactID, _ outcome: TagOutcome?) {
            contactId = id.rawValue
            type = outcome == nil ? "error" : "success"
            message = outcome == nil ? "Contact not found" : "Tags updated"
            oldTags = outcome?.before.sorted()
            tagsAdded = outcome?.added
            tagsRemoved = outcome?.removed
        }
    }

    init(_ entries: [Entry]) {
        responses = entries
        errorCount = entries.filter { $0.oldTags == nil }.count
        succeded = errorCount == 0
        succeeded = succeded
    }
}
