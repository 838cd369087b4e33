import Database

/// An account's dashboards.
public struct Dashboards: Sendable {
    let database: Database
    let ids: IDSource
    let reports: Reports

    /// Every dashboard, the oldest first.
    public func all(_ account: AccountID) async throws -> [Dashboard] {
        try await database.read { try DashboardStore.all($0, account) }
    }

    /// - Throws: `NotFound.dashboard`.
    public func dashboard(_ account: AccountID, _ id: DashboardID) async throws -> Dashboard {
        try await database.read { try Self.found($0, account, id) }
    }

    /// - Throws: `InvalidDashboard`.
    public func create(
        _ account: AccountID, _ draft: DashboardDraft, by actor: AuditActor, now: Milliseconds
    ) async throws -> Dashboard {
        let id: DashboardID = ids.identifier(at: now)
        return try await database.write { connection in
            try insert(connection, account, id, draft, now: now)
            try Audit.note(connection, account, .dashboardCreated, id.rawValue, by: actor, at: now)
            return try Self.found(connection, account, id)
        }
    }

    /// Changes the dashboard that the caller has seen.
    ///
    /// - Parameter revision: of what the caller has seen; nil for whatever it is.
    /// - Throws: `DashboardChanged`, `InvalidDashboard`, `NotFound.dashboard`, and what `change` throws.
    public func change(
        _ account: AccountID, _ id: DashboardID, revision: Int?, by actor: AuditActor, now: Milliseconds,
        _ change: @escaping @Sendable (inout DashboardDraft) throws -> Void
    ) async throws -> Dashboard {
        try await database.write { connection in
            let dashboard = try Self.found(connection, account, id)
            guard revision ?? dashboard.revision == dashboard.revision else { throw DashboardChanged() }
            var draft = DashboardDraft(dashboard)
            try change(&draft)
            guard draft.problems.isEmpty else { throw InvalidDashboard(problems: draft.problems) }
            guard
                try DashboardStore.update(
                    connection, account, id, draft, revision: dashboard.revision, now: now)
            else { throw DashboardChanged() }
            try Audit.note(connection, account, .dashboardChanged, id.rawValue, by: actor, at: now)
            return try Self.found(connection, account, id)
        }
    }

    /// Its links lead nowhere from then on.
    ///
    /// - Throws: `NotFound.dashboard`.
    public func delete(_ account: AccountID, _ id: DashboardID, by actor: AuditActor, now: Milliseconds) async throws {
        try await database.write { connection in
            guard try DashboardStore.delete(connection, account, id) else { throw NotFound.dashboard }
            try Audit.note(connection, account, .dashboardDeleted, id.rawValue, by: actor, at: now)
        }
    }

    /// Makes one like it in an account, be it the same one. Who sees it by a link does not see the copy.
    ///
    /// - Throws: `InvalidDashboard`, `NotFound.dashboard`.
    public func copy(
        _ id: DashboardID, of account: AccountID, into target: AccountID, name: String, by actor: AuditActor,
        now: Milliseconds
    ) async throws -> Dashboard {
        let copy: DashboardID = ids.identifier(at: now)
        return try await database.write { connection in
            let names = try Self.fieldNames(connection, from: account, to: target)
            var draft = try DashboardDraft(try Self.found(connection, account, id), renaming: names)
            draft.name = name
            try insert(connection, target, copy, draft, now: now)
            try Audit.note(connection, target, .dashboardCreated, copy.rawValue, by: actor, at: now)
            return try Self.found(connection, target, copy)
        }
    }

    private func insert(
        _ connection: Connection, _ account: AccountID, _ id: DashboardID, _ draft: DashboardDraft, now: Milliseconds
    ) throws {
        var problems = draft.problems
        if try DashboardStore.count(connection, account) >= Dashboard.most { problems.append(.tooMany) }
        guard problems.isEmpty else { throw InvalidDashboard(problems: problems) }
        try DashboardStore.insert(connection, account, id, draft, now: now)
    }

    /// What the fields of one account are called in another one: those with the same key are the same.
    private static func fieldNames(
        _ connection: Connection, from account: AccountID, to target: AccountID
    ) throws -> [String: String] {
        guard account != target else { return [:] }
        let there = Dictionary(
            try FieldStore.everything(connection, target).map { ($0.key, $0.id) },
            uniquingKeysWith: { first, _ in first })
        let pairs = try FieldStore.everything(connection, account).compactMap { field in
            there[field.key].map {
                (ReportField.customField(field.id).rawValue, ReportField.customField($0).rawValue)
            }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    static func found(_ connection: Connection, _ account: AccountID, _ id: DashboardID) throws -> Dashboard {
        guard let dashboard = try DashboardStore.dashboard(connection, account, id) else { throw NotFound.dashboard }
        return dashboard
    }
}
