import Attribution
import CRM
import Hummingbird

/// An account's attribution rules, for programs: what is in force, the draft, the history and the test.
struct RulesAPIController: Sendable {
    let crm: CRM
    let now: @Sendable () -> Milliseconds

    private static let mostRevisions = 100

    /// `GET /locations/<location>/attribution-rules`
    func current(_ caller: APIDoor.Caller) async throws -> Response {
        let account = caller.account.id
        let book = try await crm.rules.book(account)
        return try .json(
            WireRuleBook(book, revision: try await crm.rules.revision(account, book.revision ?? 0)))
    }

    /// `GET …/attribution-rules/draft`
    func draft(_ caller: APIDoor.Caller) async throws -> Response {
        try .json(WireRuleDraft(try await stored(caller)))
    }

    /// `PUT …/attribution-rules/draft`: the body is the document; `?version=` replaces that state of the draft alone.
    func saveDraft(_ request: Request, _ caller: APIDoor.Caller) async throws -> Response {
        let document = try RuleBookDocument.read(try await RuleRequest.bytes(request)).refusing()
        let seen = FormBody(request.uri.query ?? "").text("version").map(RuleDraftVersion.init(rawValue:))
        let before = try await crm.rules.draft(caller.account.id)?.version
        let draft = try await RuleRequest.answering {
            try await crm.rules.saveDraft(
                caller.account.id, document.book(), replacing: seen ?? before, by: caller.author, now: now())
        }
        return try .json(WireRuleDraft(draft))
    }

    /// `DELETE …/attribution-rules/draft`
    func discardDraft(_ caller: APIDoor.Caller) async throws -> Response {
        let draft = try await stored(caller)
        try await RuleRequest.answering {
            try await crm.rules.discardDraft(caller.account.id, version: draft.version)
        }
        return try .json(WireDone())
    }

    /// `POST …/attribution-rules/test`
    func test(_ request: Request, _ caller: APIDoor.Caller) async throws -> Response {
        let wish = try RuleTestRequest(try await RuleRequest.object(request))
        let book =
            switch wish.book {
            case .current: try await crm.rules.book(caller.account.id)
            case .draft: try await stored(caller).book
            case .document(let document): document.book()
            }
        let explanation = Classifier(book).explain(wish.landing, ownDomains: caller.account.ownDomains)
        return try .json(WireExplanation(explanation))
    }

    /// `GET …/attribution-rules/revisions`: newest first.
    func revisions(_ request: Request, _ caller: APIDoor.Caller) async throws -> Response {
        let query = FormBody(request.uri.query ?? "")
        let before = query.text("before").map { Int($0) }
        guard before != .some(nil) else { throw APIError.invalid(["before must be the number of a revision"]) }
        let page = try await crm.rules.history(
            caller.account.id, before: before ?? nil, limit: Self.mostRevisions)
        return try .json(WireRevisions(revisions: page.map(WireRevision.init)))
    }

    /// `POST …/attribution-rules/revisions/<revision>/restore`
    func restore(_ context: WebContext, _ caller: APIDoor.Caller) async throws -> Response {
        guard let number = context.parameters.get("revision").flatMap({ Int($0) }),
            try await crm.rules.revision(caller.account.id, number) != nil
        else { throw APIError.missing("Revision not found") }
        let outcome = try await RuleRequest.answering {
            try await crm.rules.restore(caller.account.id, revision: number, by: caller.author, now: now())
        }
        guard case .started(let id) = outcome, let replay = try await crm.rules.replay(caller.account.id, id) else {
            return try .json(WireRestoration(outcome: .restored))
        }
        return try .json(WireRestoration(outcome: .started, replay: WireReplay(replay)), status: .created)
    }

    private func stored(_ caller: APIDoor.Caller) async throws -> RuleDraft {
        guard let draft = try await crm.rules.draft(caller.account.id) else {
            throw APIError.missing("Draft not found")
        }
        return draft
    }
}

extension APIDoor.Caller {
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
