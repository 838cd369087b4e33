import CRM

/// Who follows a contact.
struct FollowersOperations: Sendable {
    let crm: CRM

    static let mostUsers = 100

    var operations: [Operation] {
        let followers = FollowersController(crm: crm)
        return [
            .on(
                .post, "/contacts/{contactId}/followers", "add-followers-contact", .contacts, "Lets users follow",
                .writeContacts, body: .object(.followersWish), answers: [.created(.addedFollowers)],
                work: followers.add),
            .on(
                .delete, "/contacts/{contactId}/followers", "remove-followers-contact", .contacts,
                "Lets users follow no longer", .writeContacts, body: .object(.followersWish),
                answers: [.ok(.removedFollowers)], work: followers.remove),
        ]
    }
}

extension JSONSchema {
    fileprivate static let followersWish = JSONSchema.object(
        "FollowersWish",
        [.required("followers", .array(.string).noted("Users' ids, at most \(FollowersOperations.mostUsers)"))])

    fileprivate static let addedFollowers = JSONSchema.object(
        "AddedFollowers", [.required("followers", .array(.string)), .required("followersAdded", .array(.string))])

    fileprivate static let removedFollowers = JSONSchema.object(
        "RemovedFollowers", [.required("followers", .array(.string)), .required("followersRemoved", .array(.string))])
}
