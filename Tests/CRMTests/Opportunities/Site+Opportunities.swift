import CRM
import Testing

/// What the owner does with opportunities.
extension Site {
    var owner: ContactMaker { .person(email: "owner@clinic.example") }

    func pipeline() async throws -> Pipeline {
        try #require(try await crm.pipelines.all(account).first)
    }

    @discardableResult
    func opportunity(
        _ contact: ContactID, at moment: Milliseconds = .start, _ change: (inout OpportunityEdit) -> Void = { _ in }
    ) async throws -> OpportunityID {
        var edit = OpportunityEdit()
        edit.name = "Laser"
        edit.contact = contact
        change(&edit)
        return try await crm.opportunities.create(account, edit, by: owner, now: moment)
    }

    func change(
        _ id: OpportunityID, at moment: Milliseconds, _ change: (inout OpportunityEdit) -> Void
    ) async throws {
        var edit = OpportunityEdit()
        change(&edit)
        try await crm.opportunities.update(account, id, edit, by: owner, now: moment)
    }

    func opportunity(_ id: OpportunityID) async throws -> Opportunity {
        try await crm.opportunities.detail(account, id).opportunity
    }
}
