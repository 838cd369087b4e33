import Database
import Foundation

/// An opportunity as HighLevel's API lists it.
struct HighLevelOpportunity: Sendable {
    let name: String
    let stage: String
    let status: Opportunity.Status
    let amount: Decimal
    let currency: Currency?
    let source: String?
    let email: String?
    let phone: String?
    let createdAt: Milliseconds?
    let statusChangedAt: Milliseconds?
    let stageChangedAt: Milliseconds?
    let custom: [(id: String, value: String)]

    /// Nil for one without a name or a stage.
    init?(_ value: ImportValue) {
        guard let name = value["name"]?.text?.trimmed.nonEmpty, let stage = value["pipelineStageId"]?.text else {
            return nil
        }
        func moment(_ key: String) -> Milliseconds? { value[key]?.text.flatMap(MomentText.read) }
        self.name = name
        self.stage = stage
        status = value["status"]?.text.flatMap(Opportunity.Status.init(rawValue:)) ?? .open
        amount = value["monetaryValue"]?.text.flatMap { Decimal(string: $0) } ?? 0
        currency = value["currency"]?.text.flatMap(Currency.init(rawValue:))
        source = value["source"]?.text
        email = value["contact"]?["email"]?.text
        phone = value["contact"]?["phone"]?.text
        createdAt = moment("createdAt")
        statusChangedAt = moment("lastStatusChangeAt")
        stageChangedAt = moment("lastStageChangeAt")
        custom = (value["customFields"]?.elements ?? []).compactMap { entry in
            let names = ["fieldValue", "value", "fieldValueString", "fieldValueNumber", "fieldValueArray"]
            guard let id = entry["id"]?.text, let text = names.lazy.compactMap({ entry[$0]?.text }).first else {
                return nil
            }
            return (id, text)
        }
    }
}

/// Writes opportunities from HighLevel, each in a transaction of its own.
struct HighLevelOpportunityWriter: Sendable {
    let account: AccountID
    let places: [String: (pipeline: PipelineID, stage: StageID)]
    /// The fields here, by their ids there.
    let fields: [String: FieldID]
    let maker: ContactMaker
    let ids: IDSource
    let now: Milliseconds

    enum Result: Sendable {
        case created, left
        case refused(String)
    }

    /// One of the same contact, name and moment is the same one: an import that is repeated makes no second.
    func write(_ opportunity: HighLevelOpportunity, _ connection: Connection) throws -> Result {
        guard let place = places[opportunity.stage] else { return .refused("Its stage is in no pipeline") }
        let keys = ContactKeys(email: opportunity.email, phone: opportunity.phone, first: .email)
        guard let contact = try keys.owners(connection, account).first?.contact.id else {
            return .refused("Its contact has no e-mail address or phone number that is known here")
        }
        let createdAt = opportunity.createdAt ?? now
        let same = try connection.row(
            """
            select id from opportunities where account_id = $1 and contact_id = $2 and name = $3 and created_at = $4
            """, [account, contact, opportunity.name.cut(to: 200), createdAt])
        if same != nil { return .left }
        var edit = OpportunityEdit()
        edit.name = opportunity.name.cut(to: 200)
        edit.contact = contact
        (edit.pipeline, edit.stage) = (place.pipeline, place.stage)
        edit.status = opportunity.status
        edit.amount = opportunity.amount
        edit.currency = opportunity.currency
        edit.source = opportunity.source
        for (id, value) in opportunity.custom {
            if let field = fields[id] { edit.custom[field] = value }
        }
        let id = try Opportunities.create(connection, account, edit, by: maker, ids: ids, now: now)
        try connection.execute(
            """
            update opportunities set created_at = $3, status_changed_at = $4, stage_changed_at = $5
            where account_id = $1 and id = $2
            """,
            [
                account, id, createdAt, opportunity.statusChangedAt ?? createdAt,
                opportunity.stageChangedAt ?? createdAt,
            ])
        return .created
    }
}
