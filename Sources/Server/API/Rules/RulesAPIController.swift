import Attribution
import CRM
import Hummingbird

/// An account's attribution rules, for programs: what is in force, the draft, the history and the test.
struct RulesAPIController: Sendable {
    let crm: CRM

    private static let mostRevisions = 100

    /// `GET /locations/<location>/attribution-rules`
    func current(_ call: APICall) async throws -> Response {
        let account = call.account.id
        let book = try await crm.rules.book(account)
        return try .json(
            WireRuleBook(book, revision: try await crm.rules.revision(account, book.revision ?? 0)))
    }

    /// `GET …/attribution-rules/draft`
    func draft(_ call: APICall) async throws -> Response {
        try .json(WireRuleDraft(try await stored(call)))
    }

    /// `PUT …/attribution-rules/draft`: the body is the document; `?version=` replaces that state of the draft alone.
    func saveDraft(_ call: APICall) async throws -> Response {
        let document = try RuleBookDocument.read(call.bytes).refusing()
        let seen = call.query.text("version").map(RuleDraftVersion.init(rawValue:))
        let before = try await crm.rules.draft(call.account.id)?.version
        let draft = try await RuleRequest.answering {
            try await crm.rules.saveDraft(
                call.account.id, document.book(), replacing: seen ?? before, by: call.author, now: call.now)
        }
        return try .json(WireRuleDraft(draft))
    }

    /// `DELETE …/attribution-rules/draft`
    func discardDraft(_ call: APICall) async throws -> Response {
        let draft = try await stored(call)
        try await RuleRequest.answering {
            try await crm.rules.discardDraft(call.account.id, version: draft.version)
        }
        return try .json(WireDone())
    }

    /// `POST …/attribution-rules/test`
    func test(_ call: APICall) async throws -> Response {
        let wish = try RuleTestRequest(call.body)
        let book =
            switch wish.book {
            case .current: try await crm.rules.book(call.account.id)
            case .draft: try await stored(call).book
            case .document(let document): document.book()
            }
        let explanation = Classifier(book).explain(wish.landing, ownDomains: call.account.ownDomains)
        return try .json(WireExplanation(explanation))
    }

    /// `GET …/attribution-rules/revisions`: newest first.
    func revisions(_ call: APICall) async throws -> Response {
        let query = call.query
        let before = query.text("before").map { Int($0) }
        guard before != .some(nil) else { throw APIError.invalid(["before must be the number of a revision"]) }
        let page = try await crm.rules.history(
            call.account.id, before: before ?? nil, limit: Self.mostRevisions)
        return try .json(WireRevisions(revisions: page.map(WireRevision.init)))
    }

    /// `POST …/attribution-rules/revisions/<revision>/restore`
    func restore(_ call: APICall) async throws -> Response {
        guard let number = Int(try call.incoming.path("revision")),
            try await crm.rules.revision(call.account.id, number) != nil
        else { throw APIError.missing("Revision not found") }
        let outcome = try await RuleRequest.answering {
            try await crm.rules.restore(call.account.id, revision: number, by: call.author, now: call.now)
        }
        try await crm.audit.note(
            call.account.id, .rulesRestored, "revision \(number)", by: call.token.actor, at: call.now)
        guard case .started(let id) = outcome, let replay = try await crm.rules.replay(call.account.id, id) else {
            return try .json(WireRestoration(outcome: .restored))
        }
        return try .json(WireRestoration(outcome: .started, replay: WireReplay(replay)), status: .created)
    }

    private func stored(_ call: APICall) async throws -> RuleDraft {
        guard let draft = try await crm.rules.draft(call.account.id) else {
            throw APIError.missing("Draft not found")
        }
        return draft
    }
}

extension APICall {
    /// Who is said to have changed the rules.
    var author: String { "\(token.name) (API token)" }
}

extension Result where Success == RuleBookDocument, Failure == RuleBookProblems {
    /// - Throws: `APIError.invalid` with every problem at its place.
    func refusing() throws(APIError) -> RuleBookDocument {
        switch self {
        case .success(let document): return document
        case .failure(let problems): throw .invalid(problems.list.map(\.description))
        }
    }
}
