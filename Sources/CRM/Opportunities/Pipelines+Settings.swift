import Database

extension Pipelines {
    /// What amounts are in unless somebody says otherwise.
    public func currency(_ account: AccountID) async throws -> Currency {
        try await database.read { try PipelineStore.currency($0, account) }
    }

    /// Opportunities that are there keep theirs.
    ///
    /// - Throws: `PipelineError.currency`.
    public func setCurrency(
        _ account: AccountID, code: String, by actor: AuditActor, now: Milliseconds
    ) async throws {
        guard let currency = Currency(rawValue: code.trimmed) else { throw PipelineError.currency }
        try await database.write { connection in
            try PipelineStore.setCurrency(connection, account, currency)
            try Audit.note(connection, account, .settingChanged, "currency", by: actor, at: now)
        }
    }

    /// Those that are offered, by name; then those that were removed.
    public func lostReasons(_ account: AccountID) async throws -> [LostReason] {
        try await database.read { try PipelineStore.reasons($0, account) }
    }

    /// Offers a reason; one that was removed comes back with its id.
    ///
    /// - Throws: `PipelineError`.
    public func addLostReason(
        _ account: AccountID, name: String, by actor: AuditActor, now: Milliseconds
    ) async throws {
        let name = try PipelineError.checked(name: name)
        let ids = ids
        try await database.write { connection in
            let reasons = try PipelineStore.reasons(connection, account)
            guard reasons.count < PipelineStore.mostReasons else { throw PipelineError.tooMany }
            if let known = reasons.first(where: { $0.name == name }) {
                guard known.isRemoved else { throw PipelineError.taken(name: name) }
                try PipelineStore.markReason(connection, account, known.id, removed: false, now: now)
            } else {
                try PipelineStore.insertReason(connection, account, ids.identifier(at: now), name: name, now: now)
            }
            try Audit.note(connection, account, .settingChanged, "lost reasons", by: actor, at: now)
        }
    }

    public func removeLostReason(
        _ account: AccountID, _ id: LostReasonID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await database.write { connection in
            try PipelineStore.markReason(connection, account, id, removed: true, now: now)
            try Audit.note(connection, account, .settingChanged, "lost reasons", by: actor, at: now)
        }
    }
}
