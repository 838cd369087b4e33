import CRM

/// What is said beside a file with costs.
struct AdCostsForm {
    var platform: AdPlatform?
    var dates: AdDateOrder?
    var currency: Currency?
    var isDryRun = false

    init() {}

    init(_ form: FormBody) {
        platform = form.text("platform").flatMap { AdPlatform(rawValue: $0) }
        dates = form.text("dates").flatMap { AdDateOrder(rawValue: $0) }
        currency = form.text("currency").flatMap { Currency(rawValue: $0) }
        isDryRun = form["dryRun"] == "true"
    }

    func file(_ bytes: [UInt8]) -> AdCostFile {
        AdCostFile(bytes: bytes, platform: platform, dates: dates, currency: currency)
    }
}
