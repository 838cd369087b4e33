import CRM

/// The tags of contacts.
struct ContactTagsOperations: Sendable {
    let crm: CRM

    var operations: [Operation] {
        let tags = ContactTagsController(crm: crm)
        return [
            .on(
                .post, "/contacts/{contactId}/tags", "add-tags", .contacts, "Adds tags", .writeContacts,
                body: .object(.tagWish), answers: [.created(.addedTags)], work: tags.add),
            .on(
                .delete, "/contacts/{contactId}/tags", "remove-tags", .contacts, "Removes tags", .writeContacts,
                body: .object(.tagWish), answers: [.ok(.removedTags)], work: tags.remove),
            .on(
                .post, "/contacts/bulk/tags/update/{type}", "create-association", .contacts,
                "Adds tags to many contacts, or removes them: the type is add or remove", .writeContacts,
                body: .object(.bulkTagWish), answers: [.created(.bulkTags)], work: tags.update),
        ]
    }
}

extension JSONSchema {
    fileprivate static let tagWish = JSONSchema.object("TagWish", [.required("tags", .array(.string))])

    fileprivate static let addedTags = JSONSchema.object(
        "AddedTags", [.required("tags", .array(.string)), .required("tagsAdded", .array(.string))])

    fileprivate static let removedTags = JSONSchema.object(
        "RemovedTags", [.required("tags", .array(.string)), .required("tagsRemoved", .array(.string))])

    fileprivate static let bulkTagWish = JSONSchema.object(
        "BulkTagWish",
        [
            .required("contacts", .array(.string).noted("At most \(Contacts.mostTagged) ids")),
            .required("tags", .array(.string)), .optional("locationId", .string),
            .optional("removeAllTags", .boolean.noted("With remove: takes every tag away")),
        ])

    fileprivate static let bulkTags = JSONSchema.object(
        "BulkTags",
        [
            .required("succeded", .boolean), .required("succeeded", .boolean), .required("errorCount", .integer),
            .required(
                "responses",
                .array(
                    .object([
                        .required("contactId", .string), .required("type", .choice(["success", "error"])),
                        .required("message", .string), .optional("oldTags", .array(.string)),
                        .optional("tagsAdded", .array(.string)), .optional("tagsRemoved", .array(.string)),
                    ]))),
        ])
}
