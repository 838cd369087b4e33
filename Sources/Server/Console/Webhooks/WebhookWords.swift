import CRM

extension OutboxEventType {
    /// What happened, for people.
    var meaning: String {
        switch self {
        case .contactCreate: "A contact was created"
        case .contactUpdate: "A contact was changed"
        case .contactDelete: "A contact was deleted"
        case .contactTagUpdate: "A contact’s tags were changed"
        case .contactDndUpdate: "A contact’s do-not-disturb was changed"
        case .attributionChanged: "A contact’s First or Latest changed"
        case .formSubmitted: "A form was submitted"
        case .triggerLinkClicked: "A contact clicked a trigger link"
        case .noteCreate: "A note was added"
        case .noteUpdate: "A note was changed"
        case .noteDelete: "A note was deleted"
        case .taskCreate: "A task was added"
        case .taskComplete: "A task was completed"
        case .taskDelete: "A task was deleted"
        case .opportunityCreate: "An opportunity was created"
        case .opportunityUpdate: "An opportunity was changed"
        case .opportunityDelete: "An opportunity was deleted"
        case .opportunityStatusUpdate: "An opportunity was won, lost, abandoned or opened again"
        case .opportunityStageUpdate: "An opportunity moved to another stage"
        case .opportunityMonetaryValueUpdate: "An opportunity’s value was changed"
        case .opportunityAssignedToUpdate: "An opportunity was given to somebody else"
        case .webhookTest: "A test"
        }
    }
}

extension DeliveryProblem {
    /// Why it did not arrive, and what to do about it.
    var meaning: String {
        switch self {
        case .refused: "The receiver answered that it does not take it."
        case .unknownHost: "No such host: its name leads nowhere."
        case .slowLookUp: "Nobody said in time where its name leads."
        case .forbiddenAddress: "The name leads to a private network, where webhooks may not go."
        case .noConnection: "Nobody answers at that address."
        case .insecure: "No secure connection: the certificate is not valid for this name."
        case .timedOut: "The receiver took longer than ten seconds."
        case .brokenOff: "The connection broke before there was an answer."
        case .invalidAddress: "The address cannot be read."
        case .unreadable: "The event could not be put into words, so nothing was sent. The server’s log says why."
        }
    }
}

extension OutboxDelivery.State {
    var label: String {
        switch self {
        case .pending: "Waiting"
        case .delivered: "Delivered"
        case .givenUp: "Given up"
        case .notNeeded: "Not needed"
        }
    }
}

/// How a delivery stands, as a chip.
struct DeliveryChip {
    let label: String
    let good: Bool
    let warn: Bool
    let bad: Bool

    init(_ delivery: OutboxDelivery) {
        let isRetried = delivery.state == .pending && delivery.attempts > 0
        label = isRetried ? "Trying again" : delivery.state.label
        good = delivery.state == .delivered
        warn = isRetried
        bad = delivery.state == .givenUp
    }
}

extension SyncExclusion {
    /// What a contact's record says.
    var text: String {
        switch self {
        case .account: "Excluded from CRM sync: the account’s sync is off."
        case .form: "Excluded from CRM sync: the sync of its form is off."
        }
    }
}
