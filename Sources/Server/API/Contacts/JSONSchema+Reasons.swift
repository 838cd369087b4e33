import Attribution

extension JSONSchema {
    static let ruleReference = JSONSchema.object(
        "Rule", [.required("number", .string), .required("name", .string)])

    static let evidence = JSONSchema.object(
        "Evidence",
        [
            .required("kind", .choice(Evidence.Kind.allCases.map(\.rawValue))), .required("name", .string),
            .required("value", .string.orNull),
        ])

    static let note = JSONSchema.object(
        "AttributionNote",
        [
            .required("code", .choice(Note.Code.allCases.map(\.rawValue))), .required("text", .string),
            .optional("parameter", .string.orNull), .optional("value", .string.orNull),
            .optional("suggestion", .string.orNull),
        ])

    static let sourceKey = JSONSchema.choice(Source.allCases.map(\.rawValue))

    /// Why an attribution is what it is.
    static let reason = JSONSchema.object(
        "Reason",
        [
            .required("source", .sourceKey), .required("label", .string), .required("subLabel", .string.orNull),
            .required("rule", .ruleReference.orNull), .required("evidence", .array(.evidence)),
            .required("platform", .string.orNull), .required("notes", .array(.note)), .required("sentence", .string),
            .required("ruleSet", .string.orNull), .required("ruleSetVersion", .integer.orNull),
            .required("revision", .integer.orNull), .required("catalogueVersion", .integer.orNull),
            .required("imported", .boolean), .required("carriedOver", .boolean),
            .required("carriedFromAt", .time.orNull), .required("directUrl", .string.orNull),
            .required("directReferrer", .string.orNull), .required("secondOpinion", .secondOpinion.orNull),
        ])

    static let secondOpinion = JSONSchema.object(
        "SecondOpinion",
        [
            .required("source", .sourceKey), .required("label", .string), .required("subLabel", .string.orNull),
            .required(
                "rule", .object([.required("number", .string), .required("name", .string.orNull)])),
            .required("sentence", .string.orNull), .required("revision", .integer),
        ])
}
