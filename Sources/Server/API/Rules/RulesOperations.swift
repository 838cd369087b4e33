import CRM

/// An account's attribution rules, for programs.
struct RulesOperations: Sendable {
    let crm: CRM

    private static let root = "/locations/{locationId}/attribution-rules"
    /// A rule book of a mebibyte, and what stands around it.
    private static let longestBook = 2 << 20

    var operations: [Operation] { book + draft + replays + history }

    private var book: [Operation] {
        let rules = RulesAPIController(crm: crm)
        return [
            .on(
                .get, Self.root, "get-attribution-rules", .rules, "The rules in force", .readRules,
                answers: [.ok(.ruleBook)], work: rules.current),
            .on(
                .post, Self.root + "/test", "test-attribution-rules", .rules, "Judges a visit and keeps nothing",
                .readRules, body: .object(.ruleTest), answers: [.ok(.explanation)], work: rules.test),
        ]
    }

    private var draft: [Operation] {
        let rules = RulesAPIController(crm: crm)
        let path = Self.root + "/draft"
        return [
            .on(
                .get, path, "get-attribution-rules-draft", .rules, "The draft", .readRules,
                answers: [.ok(.ruleDraft)], work: rules.draft),
            .on(
                .put, path, "save-attribution-rules-draft", .rules, "The document becomes the draft", .writeRules,
                query: [.optional("version", .string, "Replaces that state of the draft alone")],
                body: .document(.ruleDocument, longest: Self.longestBook),
                answers: [.ok(.ruleDraft), .refusal(.conflict, "The draft has changed meanwhile")],
                work: rules.saveDraft),
            .on(
                .delete, path, "discard-attribution-rules-draft", .rules, "Discards the draft", .writeRules,
                answers: [
                    .ok(.object("Succeeded", [.required("succeeded", .boolean)])),
                    .refusal(.conflict, "The draft has changed meanwhile"),
                ], work: rules.discardDraft),
        ]
    }

    private var replays: [Operation] {
        let replays = ReplaysAPIController(crm: crm)
        let path = Self.root + "/replays"
        return [
            .on(
                .post, path, "start-attribution-rules-replay", .rules, "Begins a preview or a publication",
                .writeRules, body: .object(.replayWish),
                answers: [.created(.replay), .refusal(.conflict, "Another one is under way, or there is no draft")],
                work: replays.start),
            .on(
                .get, path + "/{replay}", "get-attribution-rules-replay", .rules, "How far it is, and what moves",
                .readRules, answers: [.ok(.replay)], work: replays.show),
            .on(
                .delete, path + "/{replay}", "cancel-attribution-rules-replay", .rules, "Cancels it", .writeRules,
                answers: [.ok(.replay)], work: replays.cancel),
        ]
    }

    private var history: [Operation] {
        let rules = RulesAPIController(crm: crm)
        let path = Self.root + "/revisions"
        return [
            .on(
                .get, path, "get-attribution-rules-revisions", .rules, "The history, newest first", .readRules,
                query: [.optional("before", .integer(0...Int64(Int32.max)), "Goes on below that revision")],
                answers: [.ok(.object("RuleRevisions", [.required("revisions", .array(.ruleRevision))]))],
                work: rules.revisions),
            .on(
                .post, path + "/{revision}/restore", "restore-attribution-rules-revision", .rules,
                "Goes back to a revision", .writeRules,
                answers: [
                    .ok(.restoration, "It is in force"), .created(.restoration, "History is judged by it first"),
                    .refusal(.conflict, "It cannot be restored"),
                ], work: rules.restore),
        ]
    }
}
