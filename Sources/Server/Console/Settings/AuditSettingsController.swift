import CRM
import HTTPTypes
import Hummingbird
import NIOCore

/// The audit log, for administrators.
struct AuditSettingsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    private static let chunk = 500

    /// `GET /a/<account>/settings/audit`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let filter = AuditFilter(FormBody(request.uri.query ?? ""))
        let entries = try await crm.audit.entries(
            filter.query(context.account.id, limit: AuditFilter.pageSize + 1))
        let frame = try await pages.frame(request, context)
        let page = AuditSettingsPage(frame, context.paths, filter, entries, try await crm.people.all())
        return try pages.show(page, in: frame)
    }

    /// `GET /a/<account>/settings/audit.csv`: everything that the filter finds, a chunk at a time.
    func export(_ request: Request, _ context: AccountContext) async throws -> Response {
        let filter = AuditFilter(FormBody(request.uri.query ?? ""))
        let audit = crm.audit
        let account = context.account.id
        try await audit.note(
            filter.isEverywhere ? nil : account, .auditExported, by: context.actor, at: now())
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"audit.csv\"",
            ],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: AuditCSV.header))
                var query = filter.query(account, limit: Self.chunk)
                var entries = try await audit.entries(query)
                while let last = entries.last {
                    try await writer.write(ByteBuffer(string: entries.map(AuditCSV.line).joined()))
                    query.before = last.id
                    entries = try await audit.entries(query)
                }
                try await writer.finish(nil)
            })
    }
}

/// The audit log as a table.
enum AuditCSV {
    static let header = CSVLine.text(["Time", "Who", "Who (id)", "Action", "Subject", "Account"])

    static func line(_ entry: AuditEntry) -> String {
        CSVLine.text([
            entry.at.iso8601, entry.who, entry.actorID, entry.action.rawValue, entry.subject, entry.accountName,
        ])
    }
}

extension AuditEntry {
    /// Who did it, for people.
    var who: String {
        switch actor {
        case .user: email ?? "A user"
        case .token(_, let name): "\(name) (API token)"
        case .app(_, let name): "\(name) (app)"
        case .command: "A command on the server"
        case .server: "The server"
        }
    }

    var actorID: String? {
        switch actor {
        case .user(let id): id.rawValue
        case .token(let id, _): id.rawValue
        case .app(let id, _): id.rawValue
        case .command, .server: nil
        }
    }
}
