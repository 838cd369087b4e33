import CRM
import Hummingbird

/// Previews and publications of an account's rules, for programs.
struct ReplaysAPIController: Sendable {
    let crm: CRM
    let now: @Sendable () -> Milliseconds

    /// `POST /locations/<location>/attribution-rules/replays`: `{"kind": "preview" | "publication", "comment", "reviewed"}`
    ///
    /// `reviewed` is the version of the draft that was looked at: another one is not published.
    func start(_ request: Request, _ caller: APIDoor.Caller) async throws -> Response {
        let account = caller.account.id
        let body = try await RuleRequest.object(request)
        guard let kind = body["kind"]?.text.flatMap(Replay.Kind.init(rawValue:)) else {
            throw APIError.invalid(["kind must be preview or publication"])
        }
        var fields = RequestFields(body)
        let comment = fields.text("comment") ?? nil
        let reviewed = (fields.text("reviewed") ?? nil).map(RuleDraftVersion.init(rawValue:))
        guard fields.problems.isEmpty else { throw APIError.invalid(fields.problems) }
        let id = try await RuleRequest.answering {
            switch kind {
            case .preview: try await crm.rules.startPreview(account, by: caller.author, now: now())
            case .publication:
                try await crm.rules.startPublication(
                    account, reviewed: reviewed, comment: comment, by: caller.author, now: now())
            }
        }
        return try .json(WireReplay(try await replay(id, caller)), status: .created)
    }

    /// `GET …/attribution-rules/replays/<replay>`
    func show(_ context: WebContext, _ caller: APIDoor.Caller) async throws -> Response {
        try .json(WireReplay(try await replay(try Self.id(context), caller)))
    }

    /// `DELETE …/attribution-rules/replays/<replay>`: one that is over already stays as it is.
    func cancel(_ context: WebContext, _ caller: APIDoor.Caller) async throws -> Response {
        let id = try Self.id(context)
        _ = try await replay(id, caller)
        try await crm.rules.cancel(caller.account.id, id, now: now())
        return try .json(WireReplay(try await replay(id, caller)))
    }

    private func replay(_ id: ReplayID, _ caller: APIDoor.Caller) async throws -> Replay {
        guard let replay = try await crm.rules.replay(caller.account.id, id) else {
            throw APIError.missing("Replay not found")
        }
        return replay
    }

    private static func id(_ context: WebContext) throws -> ReplayID {
        guard let id = context.parameters.get("replay") else { throw APIError.missing("Replay not found") }
        return ReplayID(rawValue: id)
    }
}
