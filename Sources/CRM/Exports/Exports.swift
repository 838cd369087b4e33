import Database

/// Everything an account has, in order, a chunk at a time: a reader of any length uses constant memory, and no read
/// transaction stays open for long.
public struct Exports: Sendable {
    let database: Database

    private static let chunk = 500

    /// Every contact that a query finds, newest first; `body` is called for a few hundred at a time.
    public func contacts(
        _ account: AccountID, _ query: ContactQuery, _ body: ([ContactDetail]) async throws -> Void
    ) async throws {
        var query = query
        query.limit = Self.chunk
        query.start = nil
        var hasMore = true
        while hasMore {
            let current = query
            let page = try await database.read { try ContactSearch.page($0, account, current) }
            if !page.contacts.isEmpty { try await body(page.contacts) }
            query.start = page.contacts.last.map { .olderThan(ContactCursor($0.contact)) }
            hasMore = page.hasOlder && query.start != nil
        }
    }

    /// Every conversion, newest first.
    public func conversions(_ account: AccountID, _ body: ([Conversion]) async throws -> Void) async throws {
        var query = SubmissionQuery(limit: Self.chunk)
        var hasMore = true
        while hasMore {
            let current = query
            let page = try await database.read { try SubmissionStore.page($0, account, current) }
            if !page.submissions.isEmpty { try await body(page.submissions) }
            query.olderThan = page.submissions.last.map { SubmissionCursor(receivedAt: $0.receivedAt, id: $0.id) }
            hasMore = page.hasOlder && query.olderThan != nil
        }
    }

    /// Every session, by id.
    public func sessions(_ account: AccountID, _ body: ([JudgedSession]) async throws -> Void) async throws {
        var last: SessionID?
        var found: [JudgedSession] = []
        repeat {
            let after = last
            found = try await database.read { connection in
                try ExportStore.sessions(connection, account, after: after, limit: Self.chunk)
            }
            if !found.isEmpty { try await body(found) }
            last = found.last?.session.id
        } while found.count == Self.chunk
    }

    /// Every page view, the oldest first.
    public func pageViews(_ account: AccountID, _ body: ([PageView]) async throws -> Void) async throws {
        var last: PageView?
        var found: [PageView] = []
        repeat {
            let after = last
            found = try await database.read { connection in
                try ExportStore.pageViews(connection, account, after: after, limit: Self.chunk)
            }
            if !found.isEmpty { try await body(found) }
            last = found.last
        } while found.count == Self.chunk
    }
}
