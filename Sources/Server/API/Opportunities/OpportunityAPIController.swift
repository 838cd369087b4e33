import CRM
import Hummingbird

/// One opportunity, for programs.
struct OpportunityAPIController: Sendable {
    let crm: CRM

    func show(_ call: APICall) async throws -> Response {
        try .json(WireSingleOpportunity(opportunity: try await opportunity(try call.id("id"), call.account)))
    }

    func create(_ call: APICall) async throws -> Response {
        let edit = try await edit(call)
        let id = try await crm.opportunities.create(call.account.id, edit, by: call.maker, now: call.now)
        let opportunity = try await opportunity(id, call.account)
        return try .json(WireSingleOpportunity(opportunity: opportunity), status: .created)
    }

    func update(_ call: APICall) async throws -> Response {
        let id = try call.id("id", Opportunity.self)
        try await crm.opportunities.update(
            call.account.id, id, try await edit(call), by: call.maker, now: call.now)
        return try .json(WireSingleOpportunity(opportunity: try await opportunity(id, call.account)))
    }

    func setStatus(_ call: APICall) async throws -> Response {
        let wish = try await edit(call)
        var edit = OpportunityEdit()
        edit.status = wish.status
        edit.lostReason = wish.lostReason
        try await crm.opportunities.update(call.account.id, try call.id("id"), edit, by: call.maker, now: call.now)
        return try .json(WireOpportunityDone())
    }

    func delete(_ call: APICall) async throws -> Response {
        try await crm.opportunities.delete(call.account.id, try call.id("id"), now: call.now)
        return try .json(WireOpportunityDone())
    }

    func upsert(_ call: APICall) async throws -> Response {
        let account = call.account
        let edit = try await edit(call)
        let named = call.body["id"]?.text?.nonBlank.map(OpportunityID.init(rawValue:))
        var isNew = false
        let id: OpportunityID
        if let named {
            try await crm.opportunities.update(account.id, named, edit, by: call.maker, now: call.now)
            id = named
        } else {
            (id, isNew) = try await crm.opportunities.upsert(account.id, edit, by: call.maker, now: call.now)
        }
        try await follow(id, call)
        return try .json(
            WireUpsertedOpportunity(opportunity: try await opportunity(id, account), new: isNew))
    }

    private func follow(_ id: OpportunityID, _ call: APICall) async throws {
        let users = Set((call.body["followers"]?.texts ?? []).map(UserID.init(rawValue:)))
        if call.body["isRemoveAllFollowers"]?.text == "true" {
            _ = try await crm.opportunities.unfollow(call.account.id, id, nil)
        } else if call.body["followersActionType"]?.text == "remove" {
            _ = try await crm.opportunities.unfollow(call.account.id, id, users)
        } else if !users.isEmpty {
            _ = try await crm.opportunities.follow(call.account.id, id, users, now: call.now)
        }
    }

    private func edit(_ call: APICall) async throws -> OpportunityEdit {
        try OpportunityRequest(
            call.body, fields: try await crm.fields.all(call.account.id, of: .opportunity)
        ).edit
    }

    private func opportunity(_ id: OpportunityID, _ account: Account) async throws -> WireOpportunity {
        WireOpportunity(
            try await crm.opportunities.detail(account.id, id), of: account,
            pipelines: try await crm.pipelines.all(account.id),
            fields: try await crm.fields.all(account.id, of: .opportunity))
    }
}
