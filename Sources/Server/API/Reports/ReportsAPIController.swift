import CRM
import Foundation
import Hummingbird

/// Reports, for programs.
struct ReportsAPIController: Sendable {
    let crm: CRM

    /// `GET /reports/attribution`
    func attribution(_ call: APICall) async throws -> Response {
        let request = try ReportsRequest(call.query)
        return try await APIError.answering {
            let (report, range, rules) = try await reading(request, call) { moment in
                (try moment.report(request.path), moment.range, moment.rulesUnderway)
            }
            return try .json(WireAttributionReport(report, request.address, range, call.account, rules))
        }
    }

    /// `GET /reports/attribution.csv`
    func csv(_ call: APICall) async throws -> Response {
        let request = try ReportsRequest(call.query)
        let (csv, range) = try await APIError.answering {
            try await reading(request, call) { moment in
                (AttributionCSV.text(AttributionTree(try moment.report(request.path))), moment.range)
            }
        }
        try await crm.audit.note(
            call.account.id, .reportsExported, by: .token(call.token.id, name: call.token.name),
            at: call.now)
        return .csv(csv, named: request.address.fileName("attribution", call.account, range.days))
    }

    /// `GET /reports/attribution/matrix`
    func matrix(_ call: APICall) async throws -> Response {
        let request = try ReportsRequest(call.query)
        return try await APIError.answering {
            let (matrix, days, rules) = try await reading(request, call) { moment in
                (try moment.matrix(), moment.range.days, moment.rulesUnderway)
            }
            return try .json(WireAttributionMatrix(matrix, days, rules))
        }
    }

    /// `GET /reports/attribution/timeline`
    func timeline(_ call: APICall) async throws -> Response {
        let request = try ReportsRequest(call.query)
        return try await APIError.answering {
            let (time, rules) = try await reading(request, call) { moment in
                (try moment.timeline(request.figure, by: request.bucket, request.path), moment.rulesUnderway)
            }
            return try .json(
                WireAttributionTimeline(time.timeline, time.figure, time.bucket, time.currency, rules))
        }
    }

    /// `POST /reports/query`
    func query(_ call: APICall) async throws -> Response {
        let document: ReportQueryDocument
        do {
            document = try JSONDecoder().decode(
                ReportQueryDocument.self, from: Data(call.body.json.utf8))
        } catch is DecodingError {
            throw APIError.invalid(["body is not a question as the document describes it"])
        }
        return try await APIError.answering {
            let (query, answer, currency, rules) = try await crm.reports.moment(of: call.account) { moment in
                let days = try document.days() ?? moment.days(document.preset ?? .last30Days, now: call.now)
                let query = try document.query(days: days)
                return (query, try moment.answer([query]).first, try moment.currency(), moment.rulesUnderway)
            }
            guard let answer else { throw APIError.badRequest("The question has no answer") }
            return try .json(WireReportAnswer(answer, query, currency, rules))
        }
    }

    private func reading<Value: Sendable>(
        _ request: ReportsRequest, _ call: APICall,
        _ work: @escaping @Sendable (inout AttributionMoment) throws -> Value
    ) async throws -> Value {
        try await crm.reports.attribution(request.address, for: call.account, now: call.now, work)
    }
}
