import CRM
import HTTPTypes
import Hummingbird
import NIOCore

/// The list of contacts, its columns and its export.
struct ContactListController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let settings: ServerSettings
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/contacts`
    func list(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let filter = ContactFilter(FormBody(request.uri.query ?? ""))
        var query = filter.query(frame.clock)
        query.access = context.contacts
        let page = try await crm.contacts.page(context.account.id, query)
        if filter.isEmpty, filter.start == nil, page.contacts.isEmpty {
            let setup = try await setup(context, frame.clock)
            return try pages.show(ContactListPage(frame, context.paths, filter, setup: setup, table: nil), in: frame)
        }
        let count = try await crm.contacts.count(context.account.id, query, ceiling: ContactTable.Found.ceiling)
        let table = ContactTable(
            frame, context.paths, filter, ContactTable.Found(page: page, count: count),
            columns: ContactColumns(request), fields: try await crm.fields.all(context.account.id))
        return try pages.show(ContactListPage(frame, context.paths, filter, setup: nil, table: table), in: frame)
    }

    /// `GET /a/<account>/contacts/columns`: remembers the choice and goes back to the list.
    func chooseColumns(_ request: Request, _ context: AccountContext) async throws -> Response {
        let query = FormBody(request.uri.query ?? "")
        let columns = ContactColumns(query.all("columns"), fields: try await crm.fields.all(context.account.id))
        var response = Redirect.to(ContactFilter(query).path(context.paths.contacts).text)
        response.setCookie(columns.cookie(context.paths, isSecure: settings.publicURL.isSecure))
        return response
    }

    /// `GET /a/<account>/contacts.csv`: what the list shows with the same filters, all of it, a chunk at a time.
    func export(_ request: Request, _ context: AccountContext) async throws -> Response {
        let account = context.account.id
        let filter = ContactFilter(FormBody(request.uri.query ?? ""))
        var asked = filter.query(AccountClock(timeZone: context.account.timeZone, now: now()))
        asked.access = context.contacts
        let query = asked
        let csv = ContactsCSV(fields: try await crm.fields.all(account))
        let exports = crm.exports
        try await crm.audit.note(account, .contactsExported, by: context.actor, at: now())
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"contacts.csv\"",
            ],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: csv.header))
                try await exports.contactLines(account, query, csv) { try await writer.write(ByteBuffer(bytes: $0)) }
                try await writer.finish(nil)
            })
    }

    private func setup(_ context: AccountContext, _ clock: AccountClock) async throws -> ContactListPage.Setup {
        let account = context.account
        let activity = try await crm.accounts.activity([account.id], contactsSince: now())
        return ContactListPage.Setup(
            snippet: Snippet(code: TrackingSnippet.text(for: account, settings.publicURL)),
            lastSeenText: activity[account.id]?.lastEventAt.map { "last event \(clock.ago($0))" },
            formsHref: context.paths.forms, trackingHref: context.paths.tracking)
    }
}
