import CRM

extension JSONSchema {
    static let formList = JSONSchema.object(
        "FormList",
        [
            .required(
                "forms",
                .array(
                    .object(
                        "Form",
                        [.required("id", .string), .required("name", .string), .required("locationId", .string)]
                    ))),
            .required("total", .integer),
        ])

    static let sentForms = JSONSchema.object(
        "FormSubmissions",
        [
            .required("submissions", .array(.sentForm)),
            .required(
                "meta",
                .object([
                    .required("total", .integer), .required("currentPage", .integer),
                    .required("nextPage", .integer.orNull), .required("prevPage", .integer.orNull),
                ])),
        ])

    private static let sentForm = JSONSchema.object(
        "FormSubmission",
        [
            .required("id", .string), .required("contactId", .string.orNull), .required("createdAt", .time),
            .required("formId", .string.orNull), .required("formName", .string.orNull), .required("name", .string),
            .required("email", .string.orNull), .required("others", .answers),
            .required("attributionSource", .attribution.orNull),
        ])

    /// Members of any name: those of our own among them, `eventData` and `fieldsOriSequance`.
    private static let answers = JSONSchema(
        .named("FormAnswers", JSONSchema(.map(.either(.eventData, .array(.string), .string)))))

    private static let eventData = JSONSchema.object(
        "EventData",
        [
            .required("type", .string), .required("version", .string), .required("pageVisitType", .string),
            .required("page", .object([.required("url", .string), .required("title", .string.orNull)])),
            .required("timestamp", .integer), .required("url_params", JSONSchema(.map(.string))),
            .required("contactSessionIds", .object([.required("ids", .array(.string))]).orNull),
        ]
            + [
                "domain", "source", "medium", "mediumId", "parentId", "parentName", "referrer", "adSource", "campaign",
                "keyword", "fbc", "fbp", "fbEventId", "gaClientId", "fingerprint",
            ].map { .required($0, .string.orNull) })
}
