import CRM

/// Contacts, for programs.
struct ContactsOperations: Sendable {
    let crm: CRM
    let publicURL: PublicURL

    var operations: [Operation] {
        ofContact + ContactTagsOperations(crm: crm).operations + NotesOperations(crm: crm).operations
            + TasksOperations(crm: crm).operations + FollowersOperations(crm: crm).operations
            + UnbuiltContactOperations().operations
    }

    private var ofContact: [Operation] {
        let contacts = ContactsController(crm: crm, publicURL: publicURL)
        return [
            .on(
                .get, "/contacts/", "get-contacts", .contacts, "Lists contacts, newest first", .readContacts,
                query: ContactListRequest.parameters, answers: [.ok(.contactList)], work: contacts.list),
            .on(
                .post, "/contacts/", "create-contact", .contacts, "Creates a contact", .writeContacts,
                body: .freeObject(.contactWish), answers: [.created(.singleContact)], work: contacts.create),
            .on(
                .post, "/contacts/upsert", "upsert-contact", .contacts,
                "Changes the contact with that e-mail or phone, or creates one", .writeContacts,
                body: .freeObject(.contactUpsert), answers: [.ok(.upsertedContact)], work: contacts.upsert),
            .on(
                .get, "/contacts/{contactId}", "get-contact", .contacts, "One contact", .readContacts,
                answers: [.ok(.singleContact)], work: contacts.show),
            .on(
                .put, "/contacts/{contactId}", "update-contact", .contacts, "Changes the fields that are sent",
                .writeContacts, body: .freeObject(.contactWish), answers: [.ok(.updatedContact)], work: contacts.update),
            .on(
                .delete, "/contacts/{contactId}", "delete-contact", .contacts, "Erases the contact", .writeContacts,
                answers: [.ok(.succeeded)], work: contacts.delete),
        ]
    }
}
