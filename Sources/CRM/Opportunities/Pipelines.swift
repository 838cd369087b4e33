import Database

/// The pipelines of an account, the reasons why its opportunities are lost, and the currency it counts in.
public struct Pipelines: Sendable {
    let database: Database
    let ids: IDSource

    public func all(_ account: AccountID) async throws -> [Pipeline] {
        try await database.read { try PipelineStore.all($0, account) }
    }

    /// - Throws: `NotFound.pipeline`.
    public func pipeline(_ account: AccountID, _ id: PipelineID) async throws -> Pipeline {
        try await database.read { try Self.pipeline($0, account, id) }
    }

    static func pipeline(_ connection: Connection, _ account: AccountID, _ id: PipelineID) throws -> Pipeline {
        guard let pipeline = try PipelineStore.all(connection, account).first(where: { $0.id == id }) else {
            throw NotFound.pipeline
        }
        return pipeline
    }

    /// Makes a pipeline; without stages it gets those of an account's first one.
    ///
    /// - Throws: `PipelineError`.
    public func create(
        _ account: AccountID, name: String, stages: [String] = [], by actor: AuditActor, now: Milliseconds
    ) async throws -> Pipeline {
        let name = try PipelineError.checked(name: name)
        let stages = try stages.map { try PipelineError.checked(name: $0) }
        let ids = ids
        return try await database.write { connection in
            let pipelines = try PipelineStore.all(connection, account)
            guard pipelines.count < PipelineStore.mostPipelines, stages.count <= PipelineStore.mostStages else {
                throw PipelineError.tooMany
            }
            guard pipelines.allSatisfy({ $0.name != name }) else { throw PipelineError.taken(name: name) }
            let id: PipelineID = ids.identifier(at: now)
            try PipelineStore.insert(
                connection, account, id, name: name,
                stages: stages.isEmpty ? PipelineStore.firstStages : stages.map { ($0, nil) }, ids: ids, now: now)
            try Audit.note(connection, account, .pipelineCreated, name, by: actor, at: now)
            return try Self.pipeline(connection, account, id)
        }
    }

    /// - Throws: `PipelineError`, `NotFound.pipeline`.
    public func rename(
        _ account: AccountID, _ id: PipelineID, to name: String, by actor: AuditActor, now: Milliseconds
    ) async throws {
        let name = try PipelineError.checked(name: name)
        try await database.write { connection in
            let pipelines = try PipelineStore.all(connection, account)
            guard pipelines.contains(where: { $0.id == id }) else { throw NotFound.pipeline }
            guard pipelines.allSatisfy({ $0.name != name || $0.id == id }) else {
                throw PipelineError.taken(name: name)
            }
            try PipelineStore.rename(connection, account, id, to: name, now: now)
            try Audit.note(connection, account, .pipelineChanged, name, by: actor, at: now)
        }
    }

    /// Deletes a pipeline; its opportunities go to another one's stage.
    ///
    /// - Throws: `PipelineError`, `NotFound.pipeline`.
    public func delete(
        _ account: AccountID, _ id: PipelineID, moving target: StageID?, by actor: AuditActor, maker: ContactMaker,
        now: Milliseconds
    ) async throws {
        let ids = ids
        try await database.write { connection in
            let pipelines = try PipelineStore.all(connection, account)
            guard let pipeline = pipelines.first(where: { $0.id == id }) else { throw NotFound.pipeline }
            guard pipelines.count > 1 else { throw PipelineError.lastPipeline }
            let others = pipelines.filter { $0.id != id }
            let moving = OpportunityMove(account: account, by: maker, ids: ids, now: now)
            for stage in pipeline.stages {
                try moving.move(connection, from: (id, stage.id), to: Self.place(target, in: others))
            }
            try PipelineStore.delete(connection, account, id)
            try Audit.note(connection, account, .pipelineDeleted, pipeline.name, by: actor, at: now)
        }
    }

    static func place(_ stage: StageID?, in pipelines: [Pipeline]) -> (pipeline: PipelineID, stage: StageID)? {
        guard let stage, let pipeline = pipelines.first(where: { $0.stage(stage) != nil }) else { return nil }
        return (pipeline.id, stage)
    }
}
