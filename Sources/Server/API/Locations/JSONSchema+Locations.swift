import CRM

extension JSONSchema {
    static let tag = JSONSchema.object(
        "Tag", [.required("id", .string), .required("name", .string), .required("locationId", .string)])

    static let tags = JSONSchema.object("Tags", [.required("tags", .array(.tag))])

    static let singleTag = JSONSchema.object("SingleTag", [.required("tag", .tag)])

    static let newTag = JSONSchema.object("NewTag", [.required("name", .string)])

    static let customValue = JSONSchema.object(
        "CustomValue",
        [
            .required("id", .string), .required("name", .string), .required("fieldKey", .string),
            .required("value", .string), .required("locationId", .string),
        ])

    static let customValues = JSONSchema.object("CustomValues", [.required("customValues", .array(.customValue))])

    static let singleCustomValue = JSONSchema.object("SingleCustomValue", [.required("customValue", .customValue)])

    static let newCustomValue = JSONSchema.object(
        "NewCustomValue", [.required("name", .string), .required("value", .string)])

    static let location = JSONSchema.object(
        "Location",
        [
            .required("id", .string), .required("companyId", .string), .required("name", .string),
            .required("timezone", .string), .required("dateAdded", .time),
            .required("settings", .object([.required("allowDuplicateContact", .boolean)])),
            .required("social", .anyObject),
        ] + (businessNames + ["firstName", "lastName", "domain"]).map { .required($0, .string.orNull) })

    static let singleLocation = JSONSchema.object("SingleLocation", [.required("location", .location)])

    static let locations = JSONSchema.object("Locations", [.required("locations", .array(.location))])

    static let newLocation = JSONSchema.object("NewLocation", [.required("name", .string)] + locationMembers)

    static let changedLocation = JSONSchema.object("ChangedLocation", [.optional("name", .string)] + locationMembers)

    static let deletedLocation = JSONSchema.object(
        "DeletedLocation", [.required("success", .boolean), .required("message", .string)])

    static let timeZones = JSONSchema.object("TimeZones", [.required("timeZones", .array(.string))])

    private static let businessNames = [
        "phone", "email", "address", "city", "state", "country", "postalCode", "website",
    ]

    private static let locationMembers: [Member] =
        [
            .optional("companyId", .string), .optional("timezone", .string.noted("An IANA name")),
            .optional(
                "prospectInfo",
                .object([
                    .optional("firstName", .string.orNull), .optional("lastName", .string.orNull),
                    .optional("email", .string.orNull),
                ])),
            .optional("settings", .object([.optional("allowDuplicateContact", .boolean)])),
        ] + businessNames.map { .optional($0, .string.orNull) }
}
