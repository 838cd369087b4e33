import CRM
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Reports, for programs.
struct ReportsAPIController: Sendable {
    let crm: CRM

    /// `GET /reports/attribution`
    func attribution(_ call: APICall) async throws -> Response {
        let request = try ReportsRequest(call.query)
        return try await APIError.answering {
            let range = try await reader(call).range(request.address)
            let report = try await crm.reports.attribution(
                request.address.request(request.path, range), for: call.account)
            return try .json(WireAttributionReport(report, request.address, range, call.account))
        }
    }

    /// `GET /reports/attribution.csv`
    func csv(_ call: APICall) async throws -> Response {
        let request = try ReportsRequest(call.query)
        let csv = try await APIError.answering {
            let range = try await reader(call).range(request.address)
            let report = try await crm.reports.attribution(
                request.address.request(request.path, range), for: call.account)
            return AttributionCSV.text(AttributionTree(report))
        }
        try await crm.audit.note(
            call.account.id, .reportsExported, by: .token(call.token.id, name: call.token.name),
            at: call.now)
        return Response(
            status: .ok, headers: [.contentType: "text/csv; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: csv)))
    }

    /// `GET /reports/attribution/matrix`
    func matrix(_ call: APICall) async throws -> Response {
        let request = try ReportsRequest(call.query)
        return try await APIError.answering {
            let range = try await reader(call).range(request.address)
            let matrix = try await crm.reports.matrix(
                range.days, where: request.address.filters, for: call.account)
            return try .json(WireAttributionMatrix(matrix, range.days))
        }
    }

    /// `GET /reports/attribution/timeline`
    func timeline(_ call: APICall) async throws -> Response {
        let request = try ReportsRequest(call.query)
        return try await APIError.answering {
            let range = try await reader(call).range(request.address)
            let bucket = request.bucket ?? .fitting(range.days)
            let asked = request.address.request(request.path, range)
            let timeline = try await crm.reports.timeline(
                asked, request.figure, by: bucket, for: call.account)
            let currency = try await crm.currencies.rates(call.account.id).base
            return try .json(WireAttributionTimeline(timeline, request.figure, bucket, currency))
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
            let days = try await days(document, call)
            let query = try document.query(days: days)
            let answer = try await crm.reports.answer([query], for: call.account)
            let currency = try await crm.currencies.rates(call.account.id).base
            guard let first = answer.first else {
                throw APIError.badRequest("The question has no answer")
            }
            return try .json(WireReportAnswer(first, query, currency))
        }
    }

    private func days(_ document: ReportQueryDocument, _ call: APICall) async throws -> ReportDays {
        if let own = try document.days() { return own }
        return try await crm.reports.days(
            document.preset ?? .last30Days, for: call.account, now: call.now)
    }

    private func reader(_ call: APICall) -> AttributionReportReader {
        AttributionReportReader(reports: crm.reports, account: call.account, now: call.now)
    }
}
