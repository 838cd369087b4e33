import Foundation

extension Opportunity {
    /// What others are told, at the moment of the last change.
    func events(_ types: [OutboxEventType], _ account: AccountID) -> [OutboxEvent] {
        types.map {
            OutboxEvent(
                account, $0, object: id.rawValue, contact: contact, fields: outboxFields, at: updatedAt)
        }
    }

    /// The events that tell of changes, besides that there were some.
    static func eventTypes(of changes: [OpportunityChange]) -> [OutboxEventType] {
        changes.compactMap { change in
            switch change.kind {
            case .created: nil
            case .status: .opportunityStatusUpdate
            case .stage: .opportunityStageUpdate
            case .value: .opportunityMonetaryValueUpdate
            case .owner: .opportunityAssignedToUpdate
            }
        }
    }

    private var outboxFields: [String: OutboxValue] {
        [
            "id": .text(id.rawValue), "contactId": .text(contact.rawValue), "name": .text(name),
            "pipelineId": .text(pipeline.rawValue), "pipelineStageId": .text(stage.rawValue),
            "status": .text(status.rawValue),
            "monetaryValue": .decimal(NSDecimalNumber(decimal: value.major).doubleValue),
            "currency": .text(value.currency.rawValue), "assignedTo": .optional(assignedTo?.rawValue),
            "source": .optional(source), "lostReasonId": .optional(lostReason?.rawValue),
            "dateAdded": .moment(createdAt), "dateUpdated": .moment(updatedAt),
            "lastStatusChangeAt": .moment(statusChangedAt), "lastStageChangeAt": .moment(stageChangedAt),
        ]
    }
}
