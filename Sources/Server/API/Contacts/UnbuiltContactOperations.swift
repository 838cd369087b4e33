/// What clients know of contacts and Headwater has not: each says so.
struct UnbuiltContactOperations: Sendable {
    var operations: [Operation] { companies + campaigns + workflows + appointments }

    private var companies: [Operation] {
        let reason = "Companies are not part of Headwater yet; a contact's company is its companyName"
        return [
            .notBuilt(
                .post, "/contacts/bulk/business", "add-remove-contact-from-business", .contacts,
                "Puts contacts into a company", .writeContacts, because: reason),
            .notBuilt(
                .get, "/contacts/business/{businessId}", "get-contacts-by-businessId", .contacts,
                "The contacts of a company", .readContacts, because: reason),
        ]
    }

    private var campaigns: [Operation] {
        let path = "/contacts/{contactId}/campaigns"
        let reason = "Message campaigns are not part of Headwater yet"
        return [
            .notBuilt(
                .post, path + "/{campaignId}", "add-contact-to-campaign", .contacts, "Adds a contact to a campaign",
                .writeContacts, because: reason),
            .notBuilt(
                .delete, path + "/{campaignId}", "remove-contact-from-campaign", .contacts,
                "Takes a contact out of a campaign", .writeContacts, because: reason),
            .notBuilt(
                .delete, path + "/removeAll", "remove-contact-from-every-campaign", .contacts,
                "Takes a contact out of every campaign", .writeContacts, because: reason),
            .notBuilt(
                .delete, path + "/remove-all", "remove-contact-from-every-campaign-v3", .contacts,
                "The same, as the third version spells it", .writeContacts, because: reason),
        ]
    }

    private var workflows: [Operation] {
        let path = "/contacts/{contactId}/workflow/{workflowId}"
        let reason = "Workflows are not part of Headwater yet"
        return [
            .notBuilt(
                .post, path, "add-contact-to-workflow", .contacts, "Adds a contact to a workflow", .writeContacts,
                because: reason),
            .notBuilt(
                .delete, path, "delete-contact-from-workflow", .contacts, "Takes a contact out of a workflow",
                .writeContacts, because: reason),
        ]
    }

    private var appointments: [Operation] {
        [
            .notBuilt(
                .get, "/contacts/{contactId}/appointments", "get-appointments-for-contact", .contacts,
                "The appointments of a contact", .readContacts,
                because: "Calendars are not part of Headwater yet")
        ]
    }
}
