import Database
import Foundation

extension Opportunities {
    /// Makes an opportunity of a contact; without a pipeline it begins in the account's first.
    ///
    /// - Throws: `InvalidField`, also for a contact that is not there.
    public func create(
        _ account: AccountID, _ edit: OpportunityEdit, by maker: ContactMaker, now: Milliseconds
    ) async throws -> OpportunityID {
        let ids = ids
        return try await database.write {
            try Self.create($0, account, edit, by: maker, ids: ids, now: now)
        }
    }

    /// - Throws: `NotFound.opportunity`, `InvalidField`.
    public func update(
        _ account: AccountID, _ id: OpportunityID, _ edit: OpportunityEdit, by maker: ContactMaker,
        now: Milliseconds
    ) async throws {
        let ids = ids
        try await database.write {
            try Self.update($0, account, id, edit, by: maker, ids: ids, now: now)
        }
    }

    /// Updates the newest open opportunity that a contact has in a pipeline, or makes one.
    ///
    /// - Throws: `InvalidField`.
    public func upsert(
        _ account: AccountID, _ edit: OpportunityEdit, by maker: ContactMaker, now: Milliseconds
    ) async throws -> (id: OpportunityID, isNew: Bool) {
        let ids = ids
        return try await database.write { connection in
            let place = try OpportunityPlaces(connection, account).place(edit, current: nil)
            if let contact = edit.contact {
                // Two at the same moment make one.
                guard try ContactStore.lock(connection, account, contact) else { throw Self.unknownContact }
                let row = try connection.row(
                    """
                    select id from opportunities
                    where account_id = $1 and contact_id = $2 and pipeline_id = $3 and status = 'open'
                    order by created_at desc, id desc limit 1
                    """, [account, contact, place?.pipeline])
                if let id: OpportunityID = try row?["id"] {
                    try Self.update(connection, account, id, edit, by: maker, ids: ids, now: now)
                    return (id, false)
                }
            }
            return (try Self.create(connection, account, edit, by: maker, ids: ids, now: now), true)
        }
    }

    private static let unknownContact = InvalidField(
        field: "contactId", message: "contactId must be a contact of this location")

    static func create(
        _ connection: Connection, _ account: AccountID, _ edit: OpportunityEdit, by maker: ContactMaker,
        ids: IDSource, now: Milliseconds
    ) throws -> OpportunityID {
        guard let contact = edit.contact, try ContactStore.lock(connection, account, contact),
            let person = try ContactStore.contact(connection, account, contact)
        else { throw unknownContact }
        guard let place = try OpportunityPlaces(connection, account).place(edit, current: nil) else {
            throw NotFound.pipeline
        }
        try check(connection, account, edit, status: edit.status ?? .open)
        let currency = try edit.currency ?? PipelineStore.currency(connection, account)
        var opportunity = Opportunity(
            id: ids.identifier(at: now), contact: contact,
            name: try Opportunity.checked(name: edit.name ?? person.displayName),
            pipeline: place.pipeline, stage: place.stage, status: .open,
            value: Money(minorUnits: 0, currency: currency), assignedTo: nil, source: nil, lostReason: nil,
            forecast: Opportunity.Forecast(), createdAt: now, updatedAt: now, statusChangedAt: now,
            stageChangedAt: now)
        try opportunity.apply(edit, now: now)
        try OpportunityStore.save(connection, account, opportunity)
        try OpportunityStore.saveCustom(connection, account, opportunity.id, try custom(connection, account, edit))
        let begin = OpportunityChange(
            at: now, kind: .created, before: nil, after: opportunity.status.rawValue, author: maker.name)
        try OpportunityHistoryStore.insert(connection, account, [(opportunity.id, begin)], ids: ids)
        try Outbox.note(connection, opportunity.events([.opportunityCreate], account))
        return opportunity.id
    }

    static func update(
        _ connection: Connection, _ account: AccountID, _ id: OpportunityID, _ edit: OpportunityEdit,
        by maker: ContactMaker, ids: IDSource, now: Milliseconds
    ) throws {
        let before = try OpportunityStore.opportunity(connection, account, id, locked: true)
        var after = before
        if let contact = edit.contact, contact != before.contact {
            guard try ContactStore.lock(connection, account, contact) else { throw unknownContact }
            after.contact = contact
        }
        let places = try OpportunityPlaces(connection, account)
        if let place = try places.place(edit, current: (before.pipeline, before.stage)), place.stage != before.stage {
            (after.pipeline, after.stage) = place
            after.stageChangedAt = now
        }
        try check(connection, account, edit, status: edit.status ?? before.status)
        try after.apply(edit, now: now)
        let custom = try custom(connection, account, edit)
        let known = try OpportunityStore.custom(connection, account, [id])[id] ?? [:]
        let changesCustom = custom.contains { known[$0.key] != $0.value }
        guard after != before || changesCustom else { return }
        after.updatedAt = now
        try OpportunityStore.save(connection, account, after)
        try OpportunityStore.saveCustom(connection, account, id, custom)
        let changes = after.changes(from: before, by: maker.name, now: now)
        try OpportunityHistoryStore.insert(connection, account, changes.map { (id, $0) }, ids: ids)
        try Outbox.note(
            connection, after.events([.opportunityUpdate] + Opportunity.eventTypes(of: changes), account))
    }

    /// The users and the reasons that an edit names have to be there.
    private static func check(
        _ connection: Connection, _ account: AccountID, _ edit: OpportunityEdit, status: Opportunity.Status
    ) throws {
        if let user = edit.assignedTo ?? nil {
            try AssignableUsers.check(connection, account, [user], field: "assignedTo")
        }
        if status == .lost, let reason = edit.lostReason ?? nil {
            guard try PipelineStore.reasons(connection, account).contains(where: { $0.id == reason }) else {
                throw InvalidField(
                    field: "lostReasonId", message: "lostReasonId must be a lost reason of this location")
            }
        }
    }

    private static func custom(
        _ connection: Connection, _ account: AccountID, _ edit: OpportunityEdit
    ) throws -> [FieldID: String?] {
        guard !edit.custom.isEmpty else { return [:] }
        let fields = try FieldStore.all(connection, account, of: .opportunity)
        var values: [FieldID: String?] = [:]
        for (id, value) in edit.custom {
            guard let field = fields.first(where: { $0.id == id }), field.derivedFrom == nil else {
                throw InvalidField(
                    field: "customFields", message: "customFields has an unknown or read-only field \(id)")
            }
            let value = value?.trimmed.nonEmpty?.cut(to: ResolvedFields.longestValue)
            guard value == nil || value.flatMap(field.normalized) != nil else {
                throw InvalidField(
                    field: "customFields", message: "customFields \(field.key) must be \(field.expectation)")
            }
            values[field.id] = .some(value.flatMap(field.normalized))
        }
        return values
    }
}
