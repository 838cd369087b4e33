import CRM
import Hummingbird

/// Previews and publications of an account's rules, for programs.
struct ReplaysAPIController: Sendable {
    let crm: CRM

    /// `POST /locations/<location>/attribution-rules/replays`: `{"kind": "preview" | "publication", "comment", "reviewed"}`
    ///
    /// `reviewed` is the version of the draft that was looked at: another one is not published.
    func start(_ call: APICall) async throws -> Response {
        let account = call.account.id
        let body = call.body
        guard let kind = body["kind"]?.text.flatMap(Replay.Kind.init(rawValue:)) else {
            throw APIError.invalid(["kind must be preview or publication"])
        }
        var fields = RequestFields(body)
        let comment = fields.text("comment") ?? nil
        let reviewed = (fields.text("reviewed") ?? nil).map(RuleDraftVersion.init(rawValue:))
        guard fields.problems.isEmpty else { throw APIError.invalid(fields.problems) }
        let id = try await RuleRequest.answering {
            switch kind {
            case .preview: try await crm.rules.startPreview(account, by: call.author, now: call.now)
            case .publication:
                try await crm.rules.startPublication(
                    account, reviewed: reviewed, comment: comment, by: call.author, now: call.now)
            }
        }
        if kind == .publication {
            try await crm.audit.note(account, .rulesPublished, id.rawValue, by: call.token.actor, at: call.now)
        }
        return try .json(WireReplay(try await replay(id, call)), status: .created)
    }

    /// `GET …/attribution-rules/replays/<replay>`
    func show(_ call: APICall) async throws -> Response {
        try .json(WireReplay(try await replay(try call.id("replay"), call)))
    }

    /// `DELETE …/attribution-rules/replays/<replay>`: one that is over already stays as it is.
    func cancel(_ call: APICall) async throws -> Response {
        let id: ReplayID = try call.id("replay")
        _ = try await replay(id, call)
        try await crm.rules.cancel(call.account.id, id, now: call.now)
        return try .json(WireReplay(try await replay(id, call)))
    }

    private func replay(_ id: ReplayID, _ call: APICall) async throws -> Replay {
        guard let replay = try await crm.rules.replay(call.account.id, id) else {
            throw APIError.missing("Replay not found")
        }
        return replay
    }
}
