import Database

/// The SQL of pipelines, their stages, and the reasons why opportunities are lost.
enum PipelineStore {
    static let mostPipelines = 50
    static let mostStages = 50
    static let mostReasons = 200

    /// Every pipeline in the order in which they were made, each with its stages.
    static func all(_ connection: Connection, _ account: AccountID) throws -> [Pipeline] {
        var stages: [PipelineID: [Pipeline.Stage]] = [:]
        let rows = try connection.rows(
            """
            select pipeline_id, id, name, position, probability from pipeline_stages
            where account_id = $1 order by pipeline_id, position, id limit \(mostPipelines * mostStages)
            """, [account])
        for row in rows {
            stages[try row["pipeline_id"], default: []].append(
                Pipeline.Stage(
                    id: try row["id"], name: try row["name"], position: try row["position"],
                    probability: try row["probability"]))
        }
        return try connection.rows(
            """
            select id, name, created_at, updated_at from pipelines
            where account_id = $1 order by created_at, id limit \(mostPipelines)
            """, [account]
        ).map { row in
            let id: PipelineID = try row["id"]
            return Pipeline(
                id: id, name: try row["name"], createdAt: try row["created_at"], updatedAt: try row["updated_at"],
                stages: stages[id] ?? [])
        }
    }

    /// The pipeline that a new account begins with.
    static func insertFirst(_ connection: Connection, _ account: AccountID, ids: IDSource, now: Milliseconds) throws {
        try insert(
            connection, account, ids.identifier(at: now), name: "Sales", stages: firstStages, ids: ids, now: now)
    }

    static let firstStages: [(name: String, probability: Int?)] = [
        ("New lead", 10), ("Contacted", 25), ("Consult booked", 50), ("Proposal sent", 75),
    ]

    static func insert(
        _ connection: Connection, _ account: AccountID, _ id: PipelineID, name: String,
        stages: [(name: String, probability: Int?)], ids: IDSource, now: Milliseconds
    ) throws {
        try connection.execute(
            "insert into pipelines (account_id, id, name, created_at, updated_at) values ($1, $2, $3, $4, $4)",
            [account, id, name, now])
        for (position, stage) in stages.enumerated() {
            let stageID: StageID = ids.identifier(at: now)
            try insertStage(
                connection, account, id,
                Pipeline.Stage(id: stageID, name: stage.name, position: position, probability: stage.probability))
        }
    }

    static func insertStage(
        _ connection: Connection, _ account: AccountID, _ pipeline: PipelineID, _ stage: Pipeline.Stage
    ) throws {
        try connection.execute(
            """
            insert into pipeline_stages (account_id, pipeline_id, id, name, position, probability)
            values ($1, $2, $3, $4, $5, $6)
            """, [account, pipeline, stage.id, stage.name, stage.position, stage.probability])
    }

    static func rename(
        _ connection: Connection, _ account: AccountID, _ pipeline: PipelineID, to name: String, now: Milliseconds
    ) throws {
        try connection.execute(
            "update pipelines set name = $3, updated_at = $4 where account_id = $1 and id = $2",
            [account, pipeline, name, now])
    }

    static func change(
        _ connection: Connection, _ account: AccountID, _ pipeline: PipelineID, _ stage: StageID, name: String,
        probability: Int?
    ) throws {
        try connection.execute(
            """
            update pipeline_stages set name = $4, probability = $5
            where account_id = $1 and pipeline_id = $2 and id = $3
            """, [account, pipeline, stage, name, probability])
    }

    static func order(
        _ connection: Connection, _ account: AccountID, _ pipeline: PipelineID, _ stages: [StageID]
    ) throws {
        try connection.execute(
            "update pipeline_stages set position = $4 where account_id = $1 and pipeline_id = $2 and id = $3",
            forEach: stages.enumerated().map { [account, pipeline, $1, $0] })
    }

    static func deleteStage(
        _ connection: Connection, _ account: AccountID, _ pipeline: PipelineID, _ stage: StageID
    ) throws {
        try connection.execute(
            "delete from pipeline_stages where account_id = $1 and pipeline_id = $2 and id = $3",
            [account, pipeline, stage])
    }

    static func delete(_ connection: Connection, _ account: AccountID, _ pipeline: PipelineID) throws {
        try connection.execute("delete from pipelines where account_id = $1 and id = $2", [account, pipeline])
    }

    static func currency(_ connection: Connection, _ account: AccountID) throws -> Currency {
        guard let row = try connection.row("select currency from accounts where id = $1", [account]) else {
            throw NotFound.account
        }
        return try row["currency"]
    }

    static func setCurrency(_ connection: Connection, _ account: AccountID, _ currency: Currency) throws {
        try connection.execute("update accounts set currency = $2 where id = $1", [account, currency])
    }

    /// Those that are offered first, each by name.
    static func reasons(_ connection: Connection, _ account: AccountID) throws -> [LostReason] {
        try connection.rows(
            """
            select id, name, created_at, updated_at, removed from lost_reasons
            where account_id = $1 order by removed, name, id limit 1000
            """, [account]
        ).map {
            LostReason(
                id: try $0["id"], name: try $0["name"], createdAt: try $0["created_at"],
                updatedAt: try $0["updated_at"], isRemoved: try $0["removed"])
        }
    }

    static func insertReason(
        _ connection: Connection, _ account: AccountID, _ id: LostReasonID, name: String, now: Milliseconds
    ) throws {
        try connection.execute(
            """
            insert into lost_reasons (account_id, id, name, created_at, updated_at, removed)
            values ($1, $2, $3, $4, $4, $5)
            """, [account, id, name, now, false])
    }

    static func markReason(
        _ connection: Connection, _ account: AccountID, _ id: LostReasonID, removed: Bool, now: Milliseconds
    ) throws {
        try connection.execute(
            "update lost_reasons set removed = $3, updated_at = $4 where account_id = $1 and id = $2",
            [account, id, removed, now])
    }
}
