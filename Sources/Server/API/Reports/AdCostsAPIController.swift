import CRM
import Hummingbird

/// What ads cost, from programs.
struct AdCostsAPIController: Sendable {
    let crm: CRM

    /// `POST /reports/costs`
    func save(_ call: APICall) async throws -> Response {
        let own = try await crm.pipelines.currency(call.account.id)
        let wish = AdCostsWish(call.body, own: own, now: call.now)
        guard wish.problems.isEmpty else { throw APIError.invalid(wish.problems) }
        let tally = try await crm.adCosts.save(call.account.id, wish.costs, by: call.costEditor, now: call.now)
        return try .json(WireAdCostsAnswer(tally))
    }

    static let importParameters: [APIParameter] = [
        .optional("platform", .choice(AdPlatform.allCases.map(\.rawValue)), "Told by the columns when left out"),
        .optional(
            "dates", .choice(AdDateOrder.allCases.map(\.rawValue)),
            "How 3/4/2026 is read; told by the file when left out"),
        .optional("currency", .string, "Of amounts that name none; the account's own when left out"),
        .optional("dryRun", .boolean, "Says what would be done, and writes nothing"),
    ]

    /// `POST /reports/costs/import`
    func importFile(_ call: APICall) async throws -> Response {
        let query = call.query
        let currency = query["currency"]?.nonBlank
        let known = currency.flatMap { Currency(rawValue: $0) }
        guard currency == nil || known != nil else { throw APIError.invalid(["currency must be a code like EUR"]) }
        let file = AdCostFile(
            bytes: call.bytes, platform: query["platform"].flatMap { AdPlatform(rawValue: $0) },
            dates: query["dates"].flatMap { AdDateOrder(rawValue: $0) }, currency: known)
        do {
            let report = try await crm.adCosts.import(
                call.account, file, dryRun: query["dryRun"] == "true", by: call.costEditor, now: call.now)
            return try .json(WireAdCostImport(report))
        } catch let error as AdCostFileError {
            throw APIError.invalid(["body: \(error.description)"])
        }
    }
}

extension APICall {
    fileprivate var costEditor: AuditActor { .token(token.id, name: token.name) }
}
