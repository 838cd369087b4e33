import Attribution
import CRM

extension JSONSchema {
    /// `succeded` is the spelling that clients know.
    static let succeeded = JSONSchema.object(
        "Done", [.required("succeded", .boolean), .required("succeeded", .boolean)])

    static let singleContact = JSONSchema.object("SingleContact", [.required("contact", .contact)])

    static let updatedContact = JSONSchema.object(
        "UpdatedContact",
        [.required("succeded", .boolean), .required("succeeded", .boolean), .required("contact", .contact)])

    static let upsertedContact = JSONSchema.object(
        "UpsertedContact",
        [.required("new", .boolean), .required("contact", .contact), .required("traceId", .string)])

    static let contactList = JSONSchema.object(
        "ContactList",
        [
            .required("contacts", .array(.listedContact)), .required("count", .integer),
            .required(
                "meta",
                .object([
                    .required("total", .integer), .required("startAfter", .integer.orNull),
                    .required("startAfterId", .string.orNull), .required("nextPageUrl", .string.orNull),
                ])),
        ])

    static let contact = JSONSchema.object("Contact", contactMembers)

    /// A contact of a list has `attributions` beside everything that it has alone.
    static let listedContact = JSONSchema.object(
        "ListedContact", contactMembers + [.required("attributions", .array(.listedAttribution))])

    static let contactMembers: [Member] =
        [
            .required("id", .string), .required("locationId", .string), .required("additionalEmails", .array(.string)),
            .required("tags", .array(.string)), .required("customFields", .array(.customFieldValue)),
            .required("dateAdded", .time), .required("dateUpdated", .time),
            .required("createdBy", .object([.required("source", .string), .required("channel", .string)])),
            .required("visitorId", .string.orNull), .required("attributionSource", .attribution.orNull),
            .required("lastAttributionSource", .attribution.orNull),
            .required("originalTraffic", .originalTraffic.orNull),
            .required(
                "attributionWhy",
                .object([.required("first", .reason.orNull), .required("latest", .reason.orNull)])),
        ]
        + [
            "name", "firstName", "lastName", "fullNameLowerCase", "firstNameLowerCase", "lastNameLowerCase", "email",
            "emailLowerCase", "phone", "address1", "city", "state", "postalCode", "country", "companyName", "website",
            "timezone", "source", "assignedTo", "gender", "dateOfBirth",
        ].map { .required($0, .string.orNull) } + recordMembers

    private static let recordMembers: [Member] = [
        .required("followers", .array(.string)), .required("dnd", .boolean),
        .required("type", .choice(ContactKind.allCases.map(\.rawValue))),
        .required("dndSettings", JSONSchema(.map(.dndSetting))),
        .required("inboundDndSettings", JSONSchema(.map(.dndSetting))),
    ]

    static let dndSetting = JSONSchema.object(
        "DndSetting",
        [
            .required("status", .choice(DoNotDisturb.Status.allCases.map(\.rawValue))),
            .optional("message", .string.orNull), .optional("code", .string.orNull),
        ])

    /// A channel may be spelled as in either version; null takes its setting away.
    private static let dndSettings = JSONSchema.object(
        "DndSettings",
        DoNotDisturb.Channel.allCases.flatMap { channel in
            [APIVersion.v2, .v3].map { .optional(channel.apiName($0), .dndSetting.orNull) }
        })

    static let customFieldValue = JSONSchema.object(
        "CustomFieldValue", [.required("id", .string), .required("key", .string), .required("value", .any)])

    /// First or Latest.
    static let attribution = JSONSchema.object(
        "Attribution",
        AttributionField.allCases.map { .required($0.apiName, $0 == .url ? .string : .string.orNull) }
            + [.required("msclikid", .string.orNull)])

    static let listedAttribution = JSONSchema.object(
        "ListedAttribution",
        [.required("isFirst", .boolean), .required("isLast", .boolean)]
            + AttributionField.allCases.map {
                .required($0.prefixedName ?? $0.apiName, $0 == .url ? .string : .string.orNull)
            } + [.required("msclikid", .string.orNull)])

    static let originalTraffic = JSONSchema.object(
        "OriginalTraffic",
        [.required("originalChannel", .string)]
            + ["Campaign", "Medium", "Source", "Term", "Referrer"].map {
                .required("original\($0)", .string.orNull)
            })

    /// What a client says of a contact: all of it may be left out.
    static let contactWish = JSONSchema.object("ContactWish", contactWishMembers)

    static let contactUpsert = JSONSchema.object(
        "ContactUpsert",
        contactWishMembers + [
            .optional(
                "createNewIfDuplicateAllowed",
                .boolean.noted("A new contact in any case, where the account allows duplicates"))
        ])

    private static let contactWishMembers: [Member] =
        ["locationId", "name"].map { .optional($0, .string) }
        + ContactProperty.stored.map { .optional($0.apiName, .string.orNull) }
        + [
            .optional("source", .string.orNull),
            .optional("tags", .either(.array(.string), .string.noted("Separated by commas")).orNull),
            .optional("customFields", .array(.customFieldWish).orNull),
            .optional("attributionSource", .attributionWish.orNull),
            .optional("lastAttributionSource", .attributionWish.orNull),
        ] + recordWishMembers

    private static let recordWishMembers: [Member] = [
        .optional("timezone", .string.orNull.noted("An IANA name")),
        .optional("assignedTo", .string.orNull.noted("A user's id")), .optional("gender", .string.orNull),
        .optional("dateOfBirth", .string.orNull.noted("YYYY-MM-DD, MM/DD/YYYY and the like")),
        .optional("type", .choice(ContactKind.allCases.map(\.rawValue)).orNull), .optional("dnd", .boolean),
        .optional("dndSettings", dndSettings),
        .optional("inboundDndSettings", .object([.optional("all", .dndSetting.orNull)]).orNull),
    ]

    static let customFieldWish = JSONSchema.object(
        "CustomFieldWish",
        [
            .optional("id", .string), .optional("key", .string),
            .optional("field_value", .any.noted("A string, a number, a boolean, or an array of them; or null")),
            .optional("fieldValue", .any), .optional("value", .any),
        ])

    /// An attribution as another system kept it: any of the fields, under either of their names.
    static let attributionWish = JSONSchema(.named("AttributionWish", .anyObject))
}
