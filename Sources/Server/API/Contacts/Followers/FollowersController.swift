import CRM
import Hummingbird

/// Who follows a contact, for programs.
struct FollowersController: Sendable {
    let crm: CRM

    func add(_ call: APICall) async throws -> Response {
        let change = try await crm.followers.add(
            call.account.id, try call.id("contactId"), try Self.users(call), now: call.now)
        return try .json(
            WireFollowers(change.followers, added: change.changed), status: .created)
    }

    func remove(_ call: APICall) async throws -> Response {
        let change = try await crm.followers.remove(
            call.account.id, try call.id("contactId"), try Self.users(call))
        return try .json(WireFollowers(change.followers, removed: change.changed))
    }

    private static func users(_ call: APICall) throws(APIError) -> Set<UserID> {
        let users = Set((call.body["followers"]?.texts ?? []).map(UserID.init(rawValue:)))
        guard users.count <= FollowersOperations.mostUsers else {
            throw .invalid(["followers must not be more than \(FollowersOperations.mostUsers)"])
        }
        return users
    }
}

/// The followers of a contact after a change, with those that the change added or removed.
struct WireFollowers: Encodable {
    let followers: [String]
    let followersAdded: [String]?
    let followersRemoved: [String]?

    init(_ followers: [UserID], added: [UserID]? = nil, removed: [UserID]? = nil) {
        self.followers = followers.map(\.rawValue)
        followersAdded = added?.map(\.rawValue)
        followersRemoved = removed?.map(\.rawValue)
    }
}
