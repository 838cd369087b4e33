import Attribution

/// A person or business that has reached an account.
public struct Contact: Sendable, Identifiable {
    public let id: ContactID
    /// The standard properties that have a value, never "".
    public var properties: [ContactProperty: String]
    /// How the contact entered the system, in free words; set once by conversions, changed by people and the API.
    public var contactSource: String?
    /// IANA name: from the IP address of the first submission that tells one, until somebody says otherwise.
    public var timeZone: String?
    /// The user who looks after it.
    public var assignedTo: UserID?
    public var doNotDisturb = DoNotDisturb()
    public var dateOfBirth: CalendarDate?
    public var gender: String?
    public var kind = ContactKind.lead
    public let createdAt: Milliseconds
    public var updatedAt: Milliseconds
    public let createdBy: Creator
    /// Why a person should look at this contact.
    public var needsReview: ReviewReason?
    public var first: AttributionSummary?
    public var latest: AttributionSummary?
    /// The first page the visitor ever opened, in the words of the original-traffic channels.
    public var original: OriginalTraffic?

    /// What a list or a heading calls the contact. Marks that turn the direction of one name would turn the other around.
    public var displayName: String {
        let name = [properties[.firstName], properties[.lastName]].compactMap { $0?.withoutDirectionMarks.nonEmpty }
            .joined(separator: " ")
        return name.nonEmpty ?? properties[.companyName] ?? properties[.email] ?? properties[.phone]
            ?? "Unnamed contact"
    }
}

/// The attribution a contact points to, with the label that lists filter by.
public struct AttributionSummary: Sendable, Equatable {
    public let id: AttributionID
    public let source: Source

    public init(id: AttributionID, source: Source) {
        self.id = id
        self.source = source
    }
}

/// Who or what made a contact: `createdBy` in the API.
public struct Creator: Sendable, Equatable {
    public let source: String
    public let channel: String

    public init(source: String, channel: String) {
        self.source = source
        self.channel = channel
    }

    public static let form = Creator(source: "FORM", channel: "FORM")
    public static let tracking = Creator(source: "EXTERNAL_TRACKING", channel: "WEB")
    public static let person = Creator(source: "WEB_USER", channel: "CRM")
    public static let api = Creator(source: "INTEGRATION", channel: "OAUTH")
}
