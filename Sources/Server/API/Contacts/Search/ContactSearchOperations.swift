import CRM

/// Finding contacts, for programs.
struct ContactSearchOperations: Sendable {
    let crm: CRM

    var operations: [Operation] {
        let search = ContactSearchController(crm: crm)
        return [
            .on(
                .post, "/contacts/search", "search-contacts-advanced", .contacts,
                "Finds contacts by any of their fields", .readContacts, body: .object(.contactSearch),
                answers: [.ok(.contactsFound)], work: search.search),
            .on(
                .get, "/contacts/search/duplicate", "get-duplicate-contact", .contacts,
                "The contact with an e-mail address or phone number", .readContacts,
                query: [
                    .location, .optional("email", .string),
                    .optional("number", .string, "With its plus sign written as %2B"),
                ],
                answers: [.ok(.duplicateContact)], work: search.duplicate),
        ]
    }
}
