import Database

/// What can be subscribed to, by the names that integrations know.
public enum OutboxEventType: String, Sendable, CaseIterable, Codable, SQLConvertible {
    case contactCreate = "ContactCreate"
    case contactUpdate = "ContactUpdate"
    case contactDelete = "ContactDelete"
    case contactTagUpdate = "ContactTagUpdate"
    case contactDndUpdate = "ContactDndUpdate"
    case attributionChanged = "AttributionChanged"
    case formSubmitted = "FormSubmitted"
    case triggerLinkClicked = "TriggerLinkClicked"
    case noteCreate = "NoteCreate"
    case noteUpdate = "NoteUpdate"
    case noteDelete = "NoteDelete"
    case taskCreate = "TaskCreate"
    case taskComplete = "TaskComplete"
    case taskDelete = "TaskDelete"
    case opportunityCreate = "OpportunityCreate"
    case opportunityUpdate = "OpportunityUpdate"
    case opportunityDelete = "OpportunityDelete"
    case opportunityStatusUpdate = "OpportunityStatusUpdate"
    case opportunityStageUpdate = "OpportunityStageUpdate"
    case opportunityMonetaryValueUpdate = "OpportunityMonetaryValueUpdate"
    case opportunityAssignedToUpdate = "OpportunityAssignedToUpdate"
    /// What a person sends to see whether a webhook works; nobody subscribes to it.
    case webhookTest = "WebhookTest"

    /// Whether the event tells of the contact itself, with everything that is known of it.
    public var isAboutContact: Bool {
        switch self {
        case .contactCreate, .contactUpdate, .contactDelete, .contactTagUpdate, .contactDndUpdate, .attributionChanged:
            true
        default: false
        }
    }

    /// Whether the settings of CRM sync decide about it. A deletion is told in any case, so that nobody keeps what was
    /// deleted here.
    var obeysSync: Bool { (isAboutContact && self != .contactDelete) || self == .formSubmitted }

    /// All that can be chosen, in the order of a list.
    public static let choices = allCases.filter { $0 != .webhookTest }
}
