import CRM
import HTTPTypes
import Hummingbird

/// The contacts behind the figures of a report.
struct ReportContactsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    private static let pageSize = 50

    /// `GET /a/<account>/reports/contacts`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let query = FormBody(request.uri.query ?? "")
        do {
            let matter = try await matter(
                ReportContactsAddress(query), after: query.text("after"), context)
            return try pages.show(ReportContactsPage(frame, context.paths, matter), in: frame)
        } catch ReportProblem.notReady {
            throw HTTPError(.serviceUnavailable)
        } catch is ReportProblem {
            throw HTTPError(.badRequest)
        }
    }

    private func matter(
        _ address: ReportContactsAddress, after: String?, _ context: AccountContext
    ) async throws -> ReportContactsPage.Matter {
        let account = context.account
        let range = try await AttributionReportReader(reports: crm.reports, account: account, now: now())
            .range(address.report)
        let figure = try await figure(address, range, account)
        let found = try await crm.reports.contacts(
            behind: figure.request.query(address.figure, figure.kind), for: account,
            after: after.flatMap { ReportContacts.Place(text: $0) }, limit: Self.pageSize)
        return ReportContactsPage.Matter(
            address: address, range: range, names: figure.names, figure: figure.text, found: found,
            contacts: try await crm.contacts.details(account.id, found.ids),
            fields: try await crm.fields.all(account.id), isFirstPage: after == nil)
    }

    /// A figure of the report, found again: what it counts, and what it says.
    private struct Figure {
        let request: AttributionRequest
        let kind: AttributionRow.Kind
        let names: [String]
        let text: String
    }

    private func figure(
        _ address: ReportContactsAddress, _ range: ReportRange, _ account: Account
    ) async throws -> Figure {
        let column = AttributionColumn(rawValue: address.figure.rawValue) ?? .contacts
        var names: [String] = []
        var path: [String] = []
        // The names of the rows above, as the report gives them.
        for key in address.above {
            let level = try await report(address, path, range, account)
            names.append(level.rows.first { $0.key?.text == key }?.name ?? key)
            path.append(key)
        }
        let request = address.report.request(path, range)
        let report = try await report(address, path, range, account)
        let figures: AttributionFigures?
        let kind: AttributionRow.Kind
        switch address.place {
        case .total: (figures, kind) = (report.total.figures, .total)
        case .other:
            // Where the level is shown whole by now, nothing is gathered.
            guard let other = report.other else { throw NotFound.contact }
            (figures, kind) = (other.figures, other.kind)
            names.append(other.name)
        case .row(let row):
            let key = row.last ?? ""
            let found = report.rows.first { $0.key?.text == key }
            (figures, kind) = (found?.figures, .key(key))
            names.append(found?.name ?? key)
        }
        return Figure(
            request: request, kind: kind, names: names,
            text: figures.map { column.text($0, report.currency) } ?? "")
    }

    private func report(
        _ address: ReportContactsAddress, _ path: [String], _ range: ReportRange, _ account: Account
    ) async throws -> AttributionReport {
        try await crm.reports.attribution(address.report.request(path, range), for: account)
    }
}

extension ReportContactsAddress {
    /// The rows that the figure's own row lies below.
    fileprivate var above: [String] {
        switch place {
        case .total: []
        case .row(let row): Array(row.dropLast())
        case .other(let below): below
        }
    }
}
