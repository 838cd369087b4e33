extension JSONSchema {
    /// What every answer with verdicts in it says.
    static let rulesUnderway: JSONSchema = JSONSchema.object(
        "RulesUnderway",
        [
            .required("since", .time.noted("When the rules in use came into use")),
            .required("done", .number.noted("How much of what came in before speaks by them, from 0 to 1")),
        ]
    ).orNull.noted(
        "Other rules have come into use and are being applied: until it is null again, figures may mix old and new verdicts"
    )
}
