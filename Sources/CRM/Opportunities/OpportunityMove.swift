import Database

/// Takes all opportunities of a stage to another one, because theirs goes away.
struct OpportunityMove {
    typealias Place = (pipeline: PipelineID, stage: StageID)

    let account: AccountID
    let maker: ContactMaker
    let ids: IDSource
    let now: Milliseconds

    init(account: AccountID, by maker: ContactMaker, ids: IDSource, now: Milliseconds) {
        self.account = account
        self.maker = maker
        self.ids = ids
        self.now = now
    }

    /// So many are taken along at a time.
    private static let chunk = 500

    /// - Throws: `PipelineError.needsPlace` when there are some and `target` is nil.
    func move(_ connection: Connection, from source: Place, to target: Place?) throws {
        while true {
            let found = try connection.rows(
                """
                select \(OpportunityStore.columns) from opportunities
                where account_id = $1 and pipeline_id = $2 and stage_id = $3 order by id limit $4
                """, [account, source.pipeline, source.stage, Self.chunk]
            ).map(OpportunityStore.opportunity)
            guard !found.isEmpty else { return }
            guard let target else { throw PipelineError.needsPlace }
            try connection.execute(
                """
                update opportunities set pipeline_id = $3, stage_id = $4, stage_changed_at = $5, updated_at = $5
                where account_id = $1 and id = $2
                """, forEach: found.map { [account, $0.id, target.pipeline, target.stage, now] })
            try tell(connection, found, target)
        }
    }

    private func tell(_ connection: Connection, _ found: [Opportunity], _ target: Place) throws {
        let moved = found.map { opportunity in
            var moved = opportunity
            (moved.pipeline, moved.stage) = target
            (moved.stageChangedAt, moved.updatedAt) = (now, now)
            return moved
        }
        let changes = zip(found, moved).flatMap { before, after in
            after.changes(from: before, by: maker.name, now: now).map { (id: after.id, change: $0) }
        }
        try OpportunityHistoryStore.insert(connection, account, changes, ids: ids)
        try Outbox.note(
            connection, moved.flatMap { $0.events([.opportunityUpdate, .opportunityStageUpdate], account) })
    }
}
