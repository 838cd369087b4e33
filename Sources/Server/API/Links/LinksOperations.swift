import CRM

/// Trigger links, for programs.
struct LinksOperations: Sendable {
    let crm: CRM
    let publicURL: PublicURL

    var operations: [Operation] {
        let links = LinksController(crm: crm, publicURL: publicURL)
        return [
            .on(
                .get, "/links/", "get-links", .links, "Every link, the newest first", .readLinks,
                query: [.location], answers: [.ok(.linkList)], work: links.list),
            .on(
                .post, "/links/", "create-link", .links, "Creates a link", .writeLinks, body: .object(.linkWish),
                answers: [.created(.singleLink)], work: links.create),
            .on(
                .get, "/links/search", "search-trigger-links", .links, "Links by a part of their names", .readLinks,
                query: [.location] + LinkSearch.parameters, answers: [.ok(.linkList)], work: links.search),
            .on(
                .get, "/links/id/{linkId}", "get-link-by-id", .links, "One link", .readLinks, query: [.location],
                answers: [.ok(.singleLink)], work: links.show),
            .on(
                .put, "/links/{linkId}", "update-link", .links, "Changes name and target", .writeLinks,
                body: .object(.linkChange), answers: [.ok(.singleLink)], work: links.update),
            .on(
                .delete, "/links/{linkId}", "delete-link", .links, "Its addresses lead nowhere from then on",
                .writeLinks, answers: [.ok(.succeeded)], work: links.delete),
            .on(
                .get, "/links/{linkId}/contacts/{contactId}", "get-link-of-contact", .links,
                "A contact's own address of a link, to be sent to that contact alone", .readLinks,
                query: [.location], answers: [.ok(.linkOfContact)], work: links.address),
        ]
    }
}
