import CRM

extension AccountPaths {
    func ads(_ platform: AdPlatform) -> String { root + "/reports/\(platform.rawValue)-ads" }
    func adsCSV(_ platform: AdPlatform) -> String { ads(platform) + ".csv" }
    func adContacts(_ platform: AdPlatform) -> String { ads(platform) + "/contacts" }
    var adCosts: String { root + "/reports/costs" }
    func adCostImport(_ id: AdCostImportID) -> String { adCosts + "/imports/\(id.rawValue)" }
    var adLinks: String { root + "/reports/links" }
    var currencies: String { settings + "/currencies" }
}
