/// One line of a contact's activity timeline; sessions are shown beside these.
public struct TimelineEntry: Sendable {
    public let id: String
    public let at: Milliseconds
    public let conversion: ConversionID?
    public let event: Event

    /// What happened, in the order in which a contact usually lives through it.
    public enum Event: Sendable, Codable, Equatable {
        /// The contact was made: by a submission, by hand, through the API.
        case created(by: String)
        /// A submission arrived; `matchedBy` says why it is this contact's.
        case submitted(matchedBy: Match)
        case identified(matchedBy: Match)
        case emailChanged(from: String?, to: String, visitor: String?, event: String?)
        /// The visitor who had been this contact's gave another contact's e-mail.
        case visitorMoved(to: ContactID)
        /// A person took a submission off this contact; it went to another one.
        case splitOff(to: ContactID)
        /// This contact was made by taking a submission off another one.
        case splitFrom(ContactID)
        case edited(by: String, fields: [String])
        /// Another contact of the same person became part of this one.
        case merged(MergeID, contact: ContactID, name: String, by: String)
        /// A merge with that contact was undone.
        case unmerged(contact: ContactID, by: String)
    }

    public enum Match: String, Sendable, Codable {
        case email, visitor, new
    }
}

extension ContactMatch {
    var forTimeline: TimelineEntry.Match {
        switch self {
        case .email: .email
        case .visitor: .visitor
        case .new: .new
        }
    }
}
