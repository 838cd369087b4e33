extension JSONSchema {
    /// The document of docs/rules.md.
    static let ruleDocument = JSONSchema(.named("RuleBook", .anyObject))

    static let ruleBook = JSONSchema.object(
        "PublishedRules",
        [
            .required("revision", .integer), .required("publishedAt", .time.orNull),
            .required("publishedBy", .string.orNull), .required("comment", .string.orNull),
            .required("document", .ruleDocument),
        ])

    static let ruleDraft = JSONSchema.object(
        "RuleDraft",
        [
            .required("version", .string), .required("basedOnRevision", .integer), .required("updatedAt", .time),
            .required("updatedBy", .string), .required("document", .ruleDocument),
        ])

    static let ruleTest = JSONSchema.object(
        "RuleTest",
        [
            .required("url", .string), .optional("referrer", .string.orNull), .optional("userAgent", .string.orNull),
            .optional("book", .either(.choice(["current", "draft"]), .ruleDocument).orNull),
        ])

    static let explanation = JSONSchema.object(
        "Explanation",
        [
            .required("source", .sourceKey), .required("label", .string), .required("subLabel", .string.orNull),
            .required("rule", .ruleReference), .required("evidence", .array(.evidence)),
            .required("platform", .string.orNull), .required("notes", .array(.note)), .required("sentence", .string),
            .required("ruleSet", .string), .required("ruleSetVersion", .integer),
            .required("revision", .integer.orNull), .required("catalogueVersion", .integer),
            .required("nearestChange", .nearestChange.orNull), .required("otherChanges", .array(.nearestChange)),
            .required(
                "steps",
                .array(
                    .object([
                        .required("rule", .ruleReference), .required("applies", .boolean),
                        .required("reason", .string),
                    ]))),
        ])

    private static let nearestChange = JSONSchema.object(
        "NearestChange",
        [
            .required("kind", .string), .required("text", .string), .required("parameter", .string.orNull),
            .required("from", .string.orNull), .required("to", .string.orNull), .required("source", .sourceKey),
            .required("label", .string), .required("rule", .ruleReference),
        ])

    static let ruleRevision = JSONSchema.object(
        "RuleRevision",
        [
            .required("revision", .integer), .required("state", .string), .required("isCurrent", .boolean),
            .required("canBeRestored", .boolean), .required("ruleSet", .string),
            .required("ruleSetVersion", .integer), .required("ownRules", .integer), .required("startedAt", .time),
            .required("publishedAt", .time.orNull), .required("publishedBy", .string.orNull),
            .required("comment", .string.orNull), .required("moved", .anyObject.orNull),
        ])

    static let replayWish = JSONSchema.object(
        "ReplayWish",
        [
            .required("kind", .choice(["preview", "publication"])), .optional("comment", .string.orNull),
            .optional("reviewed", .string.orNull.noted("The version of the draft that was looked at")),
        ])

    static let replay = JSONSchema.object(
        "Replay",
        [
            .required("id", .string), .required("kind", .string), .required("state", .string),
            .required("revision", .integer.orNull), .required("draftVersion", .string.orNull),
            .required("startedBy", .string), .required("startedAt", .time), .required("finishedAt", .time.orNull),
            .required("done", .integer), .required("total", .integer.orNull), .required("first", .moves),
            .required("latest", .moves), .required("touches", .moves), .required("rules", .array(.anyObject)),
            .required("samples", .array(.anyObject)),
        ])

    private static let moves = JSONSchema.object(
        "Moves",
        [
            .required("total", .integer), .required("moved", .integer),
            .required(
                "moves",
                .array(
                    .object([
                        .required("from", .sourceKey), .required("to", .sourceKey), .required("count", .integer),
                    ]))),
        ])

    static let restoration = JSONSchema.object(
        "Restoration",
        [.required("outcome", .choice(["restored", "started"])), .required("replay", .replay.orNull)])
}
