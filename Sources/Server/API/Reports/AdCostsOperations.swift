import CRM

/// What ads cost, and what came of them, for programs.
struct AdCostsOperations: Sendable {
    let crm: CRM

    var operations: [Operation] { costs + reports }

    private var costs: [Operation] {
        let costs = AdCostsAPIController(crm: crm)
        return [
            .on(
                .post, "/reports/costs", "save-ad-costs", .reports,
                "Writes costs: the same day, level and ID once more replaces what was there", .writeReports,
                body: .object(.adCostsWish), answers: [.ok(.adCostsAnswer)], work: costs.save),
            .on(
                .post, "/reports/costs/import", "import-ad-costs", .reports,
                "Takes an export of Google Ads or Meta Ads Manager", .writeReports,
                query: [.location] + AdCostsAPIController.importParameters, body: .csv(longest: AdCostFile.longest),
                answers: [.ok(.adCostImport)], work: costs.importFile),
        ]
    }

    private var reports: [Operation] { AdPlatform.allCases.flatMap(reports) }

    private func reports(_ platform: AdPlatform) -> [Operation] {
        let controller = AdReportsAPIController(crm: crm, platform: platform)
        let path = "/reports/ads/\(platform.rawValue)"
        let query = [APIParameter.location] + AdReportWish.parameters
        let notReady = Operation.Answer.refusal(
            .serviceUnavailable, "The figures are being prepared, or the database is away")
        return [
            .on(
                .get, path, "get-\(platform.rawValue)-ads-report", .reports, "The \(platform.name) report",
                .readReports,
                query: query, answers: [.ok(.adReport), notReady], work: controller.show),
            .on(
                .get, path + ".csv", "export-\(platform.rawValue)-ads-report", .reports,
                "The same as CSV, with as many rows as there are", .readReports, query: query,
                answers: [
                    .csv(
                        "The rows, the rest and the total; `ROI (%)` is in percent. With `compare` every figure has a second "
                            + "column, as in `Cost` and `Cost Before`"), notReady,
                ],
                work: controller.export),
        ]
    }
}
