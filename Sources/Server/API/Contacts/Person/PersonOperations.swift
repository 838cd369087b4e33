import CRM

/// Two contacts of one person, and a person's rights, for programs. The addresses are Headwater's own.
struct PersonOperations: Sendable {
    let crm: CRM

    var operations: [Operation] { merging + rights }

    private var merging: [Operation] {
        let merging = MergingController(crm: crm)
        return [
            .on(
                .post, "/contacts/{contactId}/merge", "merge-contact", .contacts,
                "Merges another contact into this one", .writeContacts, body: .object(.mergeWish),
                answers: [.ok(.merge), .refusal(.conflict, "It is the same contact")], work: merging.merge),
            .on(
                .get, "/contacts/{contactId}/merges", "get-contact-merges", .contacts,
                "What was merged into this contact, newest first", .readContacts,
                answers: [.ok(.object("Merges", [.required("merges", .array(.merge))]))], work: merging.list),
            .on(
                .post, "/contacts/{contactId}/merges/{mergeId}/undo", "undo-contact-merge", .contacts,
                "Brings back the contact that was merged", .writeContacts,
                answers: [
                    .ok(.object("UndoneMerge", [.required("contactId", .string)])),
                    .refusal(.conflict, "It was undone already, or a later merge has to be undone first"),
                ], work: merging.undo),
        ]
    }

    private var rights: [Operation] {
        let rights = PersonRightsController(crm: crm)
        return [
            .on(
                .get, "/contacts/{contactId}/export", "export-person", .contacts,
                "Everything that is held about the person", .readContacts,
                answers: [
                    .ok(
                        .object(
                            "PersonRecord",
                            [
                                .required("exportedAt", .time),
                                .required("records", JSONSchema(.map(.array(.anyObject)))),
                            ]))
                ], work: rights.export),
            .on(
                .post, "/contacts/{contactId}/erase", "erase-person", .contacts,
                "Forgets the person: contact, browsers, visits, submissions and messages", .writeContacts,
                answers: [.ok(.succeeded)], work: rights.erase),
        ]
    }
}

extension JSONSchema {
    fileprivate static let mergeWish = JSONSchema.object(
        "MergeWish",
        [.required("contactId", .string.noted("The contact that becomes part of the one in the path"))])

    fileprivate static let merge = JSONSchema.object(
        "Merge",
        [
            .required("id", .string), .required("contactId", .string), .required("mergedContactId", .string),
            .required("mergedName", .string), .required("dateMerged", .time), .required("mergedBy", .string),
            .required("dateUndone", .time.orNull),
        ])
}
