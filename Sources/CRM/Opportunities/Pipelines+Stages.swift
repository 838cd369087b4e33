import Database

extension Pipelines {
    /// Adds a stage behind the others.
    ///
    /// - Throws: `PipelineError`, `NotFound.pipeline`.
    public func addStage(
        _ account: AccountID, _ id: PipelineID, name: String, probability: Int?, by actor: AuditActor,
        now: Milliseconds
    ) async throws {
        let name = try PipelineError.checked(name: name)
        let probability = try PipelineError.checked(probability: probability)
        let ids = ids
        try await change(account, id, by: actor, now: now) { connection, pipeline in
            guard pipeline.stages.count < PipelineStore.mostStages else { throw PipelineError.tooMany }
            guard pipeline.stages.allSatisfy({ $0.name != name }) else { throw PipelineError.taken(name: name) }
            let position = (pipeline.stages.last?.position ?? -1) + 1
            try PipelineStore.insertStage(
                connection, account, id,
                Pipeline.Stage(id: ids.identifier(at: now), name: name, position: position, probability: probability))
        }
    }

    /// - Throws: `PipelineError`, `NotFound.pipeline`.
    public func changeStage(
        _ account: AccountID, _ id: PipelineID, _ stage: StageID, name: String, probability: Int?,
        by actor: AuditActor, now: Milliseconds
    ) async throws {
        let name = try PipelineError.checked(name: name)
        let probability = try PipelineError.checked(probability: probability)
        try await change(account, id, by: actor, now: now) { connection, pipeline in
            guard pipeline.stage(stage) != nil else { throw NotFound.pipeline }
            guard pipeline.stages.allSatisfy({ $0.name != name || $0.id == stage }) else {
                throw PipelineError.taken(name: name)
            }
            try PipelineStore.change(connection, account, id, stage, name: name, probability: probability)
        }
    }

    /// Takes a stage so many places to the right, or to the left; past the last there is no place.
    ///
    /// - Throws: `NotFound.pipeline`.
    public func moveStage(
        _ account: AccountID, _ id: PipelineID, _ stage: StageID, by places: Int, by actor: AuditActor,
        now: Milliseconds
    ) async throws {
        try await change(account, id, by: actor, now: now) { connection, pipeline in
            var order = pipeline.stages.map(\.id)
            guard let index = order.firstIndex(of: stage) else { throw NotFound.pipeline }
            order.remove(at: index)
            order.insert(stage, at: min(max(index + min(max(places, -50), 50), 0), order.count))
            try PipelineStore.order(connection, account, id, order)
        }
    }

    /// Deletes a stage; its opportunities go to another one, of this pipeline or of another.
    ///
    /// - Throws: `PipelineError`, `NotFound.pipeline`.
    public func deleteStage(
        _ account: AccountID, _ id: PipelineID, _ stage: StageID, moving target: StageID?, by actor: AuditActor,
        maker: ContactMaker, now: Milliseconds
    ) async throws {
        let ids = ids
        try await change(account, id, by: actor, now: now) { connection, pipeline in
            guard pipeline.stage(stage) != nil else { throw NotFound.pipeline }
            guard pipeline.stages.count > 1 else { throw PipelineError.lastStage }
            let place = target == stage ? nil : Self.place(target, in: try PipelineStore.all(connection, account))
            try OpportunityMove(account: account, by: maker, ids: ids, now: now)
                .move(connection, from: (id, stage), to: place)
            try PipelineStore.deleteStage(connection, account, id, stage)
            try PipelineStore.order(connection, account, id, pipeline.stages.map(\.id).filter { $0 != stage })
        }
    }

    /// How many opportunities are in each stage that has any.
    public func counts(_ account: AccountID) async throws -> [StageID: Int] {
        let totals = try await database.read {
            try OpportunitySearch.totals($0, account, OpportunityQuery())
        }
        return totals.reduce(into: [:]) { $0[$1.stage, default: 0] += $1.count }
    }

    private func change(
        _ account: AccountID, _ id: PipelineID, by actor: AuditActor, now: Milliseconds,
        _ body: @escaping @Sendable (Connection, Pipeline) throws -> Void
    ) async throws {
        try await database.write { connection in
            let pipeline = try Self.pipeline(connection, account, id)
            try body(connection, pipeline)
            try PipelineStore.rename(connection, account, id, to: pipeline.name, now: now)
            try Audit.note(connection, account, .pipelineChanged, pipeline.name, by: actor, at: now)
        }
    }
}
