import CRM
import Hummingbird

/// Pipelines and lost reasons, for programs.
struct PipelinesAPIController: Sendable {
    let crm: CRM

    static let reasonParameters: [APIParameter] = [
        .location,
        .optional("name", .string, "The reason with exactly this name"),
        .optional("query", .string, "A part of the name, in any case"),
        .optional("deleted", .boolean, "Those that were removed in place of those that are offered"),
        .optional("skip", .integer(0...100_000)), .optional("limit", .integer(1...1_000), "100 unless given"),
        .optional("getCount", .boolean, "The total comes along in any case"),
    ]

    func list(_ call: APICall) async throws -> Response {
        let pipelines = try await crm.pipelines.all(call.account.id)
        return try .json(WirePipelineList(pipelines: pipelines.map { WirePipeline($0, of: call.account) }))
    }

    func lostReasons(_ call: APICall) async throws -> Response {
        let query = call.query
        let part = query["query"]?.nonBlank?.lowercased()
        let name = query["name"]?.nonBlank
        let found = try await crm.pipelines.lostReasons(call.account.id).filter { reason in
            reason.isRemoved == (query["deleted"] == "true") && reason.name == name ?? reason.name
                && (part.map { reason.name.lowercased().contains($0) } ?? true)
        }
        let page = found.dropFirst(query["skip"].flatMap { Int($0) } ?? 0)
            .prefix(query["limit"].flatMap { Int($0) } ?? 100)
        return try .json(
            WireLostReasonList(
                lostReasons: page.map { WireLostReason($0, of: call.account) }, total: found.count))
    }
}
