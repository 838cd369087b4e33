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
            let address = ReportContactsAddress(query)
            let matter = try await matter(
                address, after: query.text("after"), problem: address.faults(query).text, context)
            return try pages.show(ReportContactsPage(frame, context.paths, matter), in: frame)
        } catch ReportProblem.notReady {
            throw HTTPError(.serviceUnavailable)
        } catch is ReportProblem {
            throw HTTPError(.badRequest)
        }
    }

    private func matter(
        _ address: ReportContactsAddress, after: String?, problem: String?, _ context: AccountContext
    ) async throws -> ReportContactsPage.Matter {
        let account = context.account
        let (range, figure, found, rules) = try await crm.reports.attribution(
            address.report, for: account, now: now()
        ) { moment in
            let figure = try Figure(address, &moment)
            let found = try moment.contacts(
                behind: figure.request.query(address.figure, figure.kind),
                after: after.flatMap { ReportContacts.Place(text: $0) }, limit: Self.pageSize)
            return (moment.range, figure, found, moment.rulesUnderway)
        }
        return ReportContactsPage.Matter(
            address: address, range: range, names: figure.names, figure: figure.text, found: found,
            contacts: try await crm.contacts.details(account.id, found.ids),
            fields: try await crm.fields.all(account.id), isFirstPage: after == nil,
            rulesUnderway: rules, problem: problem)
    }
}

/// A figure of the report, found again: what it counts, and what it says.
private struct Figure: Sendable {
    let request: AttributionRequest
    let kind: AttributionRow.Kind
    let names: [String]
    let text: String

    init(_ address: ReportContactsAddress, _ moment: inout AttributionMoment) throws {
        let column = AttributionColumn(rawValue: address.figure.rawValue) ?? .contacts
        var names: [String] = []
        var path: [String] = []
        // The names of the rows above, as the report gives them.
        for key in address.above {
            let level = try moment.report(path)
            names.append(level.rows.first { $0.key?.text == key }?.title ?? key)
            path.append(key)
        }
        request = address.report.request(path, moment.range)
        let report = try moment.report(path)
        let figures: AttributionFigures?
        switch address.place {
        case .total: (figures, kind) = (report.total.figures, .total)
        case .other:
            // Where the level is shown whole by now, nothing is gathered.
            guard let other = report.other else { throw NotFound.contact }
            (figures, kind) = (other.figures, other.kind)
            names.append(other.title)
        case .row(let row):
            let key = row.last ?? ""
            let found = report.rows.first { $0.key?.text == key }
            (figures, kind) = (found?.figures, .key(key))
            names.append(found?.title ?? key)
        }
        self.names = names
        text = figures.map { column.text($0, report.currency) } ?? ""
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
