import CRM
import Hummingbird

/// Who wants to hear of an opportunity, for programs.
struct OpportunityFollowersController: Sendable {
    let crm: CRM

    func add(_ call: APICall) async throws -> Response {
        let change = try await crm.opportunities.follow(
            call.account.id, try call.id("id"), Self.users(call), now: call.now)
        return try .json(
            Added(followers: change.followers.map(\.rawValue), followersAdded: change.changed.map(\.rawValue)),
            status: .created)
    }

    func remove(_ call: APICall) async throws -> Response {
        let isAll = call.query["isRemoveAllFollowers"] == "true"
        let change = try await crm.opportunities.unfollow(
            call.account.id, try call.id("id"), isAll ? nil : Self.users(call))
        return try .json(
            Removed(followers: change.followers.map(\.rawValue), followersRemoved: change.changed.map(\.rawValue)))
    }

    private static func users(_ call: APICall) -> Set<UserID> {
        Set((call.body["followers"]?.texts ?? []).map(UserID.init(rawValue:)))
    }

    private struct Added: Encodable {
        let followers: [String]
        let followersAdded: [String]
    }

    private struct Removed: Encodable {
        let followers: [String]
        let followersRemoved: [String]
    }
}
