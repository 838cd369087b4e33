import CRM
import Hummingbird

/// A person's rights, for programs.
struct PersonRightsController: Sendable {
    let crm: CRM

    func export(_ call: APICall) async throws -> Response {
        try .json(
            try await crm.erasure.export(
                call.account.id, try call.id("contactId"), by: call.token.actor, now: call.now))
    }

    func erase(_ call: APICall) async throws -> Response {
        try await crm.erasure.erase(call.account.id, try call.id("contactId"), by: call.token.actor, now: call.now)
        return try .json(WireSucceeded())
    }
}
