import CRM
import Hummingbird

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
        let wish = AdReportWish(platform, call.query)
        return .csv(AdReportCSV.text(report), named: wish.fileName(call.account, report.request.days))
    }

    private func report(_ call: APICall, isWhole: Bool = false) async throws -> AdReport {
        var wish = AdReportWish(platform, call.query)
        guard wish.problems.isEmpty else { throw APIError.invalid(wish.problems) }
        if isWhole { wish.limit = .max }
        return try await APIError.answering { [wish] in
            try await wish.report(crm.reports, for: call.account, now: call.now)
        }
    }
}
