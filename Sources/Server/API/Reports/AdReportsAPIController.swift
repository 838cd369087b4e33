import CRM
import Hummingbird
import NIOCore

/// The ads report of one platform, for programs.
struct AdReportsAPIController: Sendable {
    let crm: CRM
    let platform: AdPlatform

    /// `GET /reports/ads/<platform>`
    func show(_ call: APICall) async throws -> Response { try .json(WireAdReport(try await report(call))) }

    /// `GET /reports/ads/<platform>.csv`
    func export(_ call: APICall) async throws -> Response {
        let report = try await report(call, isWhole: true)
        try await crm.audit.note(
            call.account.id, .reportsExported, by: .token(call.token.id, name: call.token.name), at: call.now)
        return .csv(AdReportCSV.text(report), named: "\(platform.rawValue)-ads")
    }

    private func report(_ call: APICall, isWhole: Bool = false) async throws -> AdReport {
        let wish = AdReportWish(platform, call.query)
        guard wish.problems.isEmpty else { throw APIError.invalid(wish.problems) }
        return try await APIError.answering {
            var request = try await wish.request(crm.reports, for: call.account, now: call.now)
            if isWhole { request.limit = .max }
            return try await crm.reports.ads(request, for: call.account)
        }
    }
}

extension Response {
    /// A CSV file to keep.
    static func csv(_ text: String, named name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name).csv\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
