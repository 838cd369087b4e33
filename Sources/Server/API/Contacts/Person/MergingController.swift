import CRM
import Hummingbird

/// Makes two contacts of one person into one, and takes that back, for programs.
struct MergingController: Sendable {
    let crm: CRM

    func merge(_ call: APICall) async throws -> Response {
        let merged = ContactID(rawValue: call.body["contactId"]?.text ?? "")
        let merge = try await answering {
            try await crm.merging.merge(
                call.account.id, merged, into: try call.id("contactId"), by: call.maker.name, actor: call.token.actor,
                now: call.now)
        }
        return try .json(WireMerge(merge))
    }

    func list(_ call: APICall) async throws -> Response {
        let contact: ContactID = try call.id("contactId")
        _ = try await crm.contacts.detail(call.account.id, contact)
        let merges = try await crm.merging.merges(call.account.id, into: contact)
        return try .json(WireMerges(merges: merges.map(WireMerge.init)))
    }

    func undo(_ call: APICall) async throws -> Response {
        let survivor: ContactID = try call.id("contactId")
        let id: MergeID = try call.id("mergeId")
        let merges = try await crm.merging.merges(call.account.id, into: survivor)
        guard merges.contains(where: { $0.id == id }) else { throw NotFound.merge }
        let contact = try await answering {
            try await crm.merging.undo(
                call.account.id, id, by: call.maker.name, actor: call.token.actor, now: call.now)
        }
        return try .json(WireUndoneMerge(contactId: contact.rawValue))
    }

    private func answering<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await work()
        } catch let error as MergeError {
            throw APIError.conflict(error.description)
        }
    }
}

/// What was merged into a contact.
private struct WireMerges: Encodable {
    let merges: [WireMerge]
}

private struct WireUndoneMerge: Encodable {
    let contactId: String
}

/// Two contacts that became one.
private struct WireMerge: Encodable {
    let id: String
    let contactId: String
    let mergedContactId: String
    let mergedName: String
    let dateMerged: String
    let mergedBy: String
    @OrNull var dateUndone: String?

    init(_ merge: ContactMerge) {
        id = merge.id.rawValue
        contactId = merge.survivor.rawValue
        mergedContactId = merge.merged.rawValue
        mergedName = merge.mergedName
        dateMerged = merge.at.iso8601
        mergedBy = merge.author
        dateUndone = merge.undoneAt?.iso8601
    }
}
