/// The pipelines of a location of HighLevel's, found again here by their names, or made.
struct HighLevelPipelines {
    let room: Pipelines
    let account: AccountID
    /// Where an opportunity goes, by the id of its stage there.
    private(set) var places: [String: (pipeline: PipelineID, stage: StageID)] = [:]
    private(set) var new: [String] = []

    init(room: Pipelines, account: AccountID) {
        self.room = room
        self.account = account
    }

    mutating func match(
        _ values: [ImportValue], isDryRun: Bool, by actor: AuditActor, now: Milliseconds
    ) async throws {
        for value in values {
            guard let name = value["name"]?.text?.trimmed.nonEmpty?.cut(to: 100) else { continue }
            let stages = (value["stages"]?.elements ?? []).compactMap { stage in
                stage["id"]?.text.flatMap { id in
                    stage["name"]?.text?.trimmed.nonEmpty.map { (id: id, name: $0.cut(to: 100)) }
                }
            }
            guard !stages.isEmpty else { continue }
            let known = try await room.all(account).first { Self.isSame($0.name, name) }
            if known == nil { new.append(name) }
            if isDryRun { continue }
            let id: PipelineID
            if let known {
                id = known.id
            } else {
                id = try await room.create(account, name: name, stages: stages.map(\.name), by: actor, now: now).id
            }
            try await place(stages, in: id, by: actor, now: now)
        }
    }

    private mutating func place(
        _ stages: [(id: String, name: String)], in id: PipelineID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        for stage in stages {
            if try await room.pipeline(account, id).stages.first(where: { Self.isSame($0.name, stage.name) }) == nil {
                try await room.addStage(account, id, name: stage.name, probability: nil, by: actor, now: now)
            }
            let here = try await room.pipeline(account, id).stages.first { Self.isSame($0.name, stage.name) }
            if let here { places[stage.id] = (id, here.id) }
        }
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        one.trimmed.lowercased() == other.trimmed.lowercased()
    }
}
