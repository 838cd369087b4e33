import CRM

extension JSONSchema {
    static let contactSearch = JSONSchema.object(
        "ContactSearch",
        [
            .optional("locationId", .string), .optional("page", .integer(1...10_000).noted("Counted from 1")),
            .optional("pageLimit", .integer(1...500).noted("20 unless given")),
            .optional(
                "searchAfter",
                .array(.any).noted("`searchAfter` of the last contact of the page before, found with the same `sort`")
                    .orNull),
            .optional("exactTotal", .boolean.noted("Counts all contacts that are found, however long it takes")),
            .optional("query", .string(of: 0...200).noted("The beginnings of words in name, e-mail, phone or company")),
            .optional("filters", .array(.contactFilter).noted("All of them must be true").orNull),
            .optional(
                "sort",
                .array(
                    .object([
                        .required("field", .string), .optional("direction", .choice(["asc", "desc"])),
                    ])
                ).noted("The newest contacts first unless given").orNull),
        ])

    /// A comparison, or a group of filters.
    static let contactFilter = JSONSchema.either(contactComparison, contactFilterGroup)

    private static let contactComparison = JSONSchema.object(
        "ContactComparison",
        [
            .required("field", .string), .required("operator", .choice(SearchOperator.allCases.map(\.rawValue))),
            .optional(
                "value",
                .any.noted(
                    "A string, a number, a boolean or an array of them; of `range` an object with gte, gt, lte, lt")
            ),
        ])

    private static let contactFilterGroup = JSONSchema.object(
        "ContactFilterGroup",
        [
            .required("group", .choice(["AND", "OR"])),
            .required(
                "filters", .array(.either(.reference("ContactComparison"), .reference("ContactFilterGroup")))),
        ])

    static let contactsFound = JSONSchema.object(
        "ContactsFound",
        [
            .required("contacts", .array(.foundContact)), .required("total", .integer),
            .required(
                "totalRelation",
                .choice(["eq", "gte"]).noted("Whether `total` is exact, or there are at least so many")),
            .required("traceId", .string),
        ])

    private static let foundContact = JSONSchema.object(
        "FoundContact",
        contactMembers
            + [
                .required("attributions", .array(.listedAttribution)),
                .required("searchAfter", .array(.any).noted("The contact's place in the order of this search")),
            ])

    static let duplicateContact = JSONSchema.object("DuplicateContact", [.required("contact", .contact.orNull)])
}
