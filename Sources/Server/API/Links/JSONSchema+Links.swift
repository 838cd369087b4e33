import CRM

extension JSONSchema {
    static let link = JSONSchema.object(
        "Link",
        [
            .required("id", .string), .required("name", .string), .required("redirectTo", .string),
            .required("fieldKey", .string.noted("The name by which message templates of other systems know it")),
            .required("locationId", .string),
        ])

    static let singleLink = JSONSchema.object("SingleLink", [.required("link", .link)])

    static let linkList = JSONSchema.object("LinkList", [.required("links", .array(.link))])

    static let linkOfContact = JSONSchema.object(
        "LinkOfContact", [.required("link", .link), .required("contactId", .string), .required("url", .string)])

    static let linkWish = JSONSchema.object(
        "LinkWish", [.optional("locationId", .string)] + linkMembers)

    static let linkChange = JSONSchema.object("LinkChange", linkMembers)

    private static let linkMembers: [Member] = [
        .required("name", .string(of: 1...TriggerLink.longestName)),
        .required(
            "redirectTo",
            .string(of: 1...LinkTarget.longest)
                .noted("A whole http(s) address; merge fields behind its host alone")),
    ]
}
