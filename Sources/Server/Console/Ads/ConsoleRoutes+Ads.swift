import CRM
import Hummingbird

extension ConsoleRoutes {
    /// What ads cost and what came of them, for those who see every contact.
    func addAds(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        for platform in AdPlatform.allCases {
            let reports = AdReportController(crm: crm, pages: pages, platform: platform, now: now)
            account.get(RouterPath("reports/\(platform.rawValue)-ads"), use: reports.page)
            account.get(RouterPath("reports/\(platform.rawValue)-ads.csv"), use: reports.export)
            account.get(RouterPath("reports/\(platform.rawValue)-ads/contacts"), use: reports.contacts)
        }
        let costs = AdCostsController(crm: crm, pages: pages, now: now)
        account.get("reports/costs", use: costs.page)
        account.post("reports/costs", use: costs.take)
        account.get("reports/costs/imports/:import", use: costs.importPage)
        let links = AdLinksController(crm: crm, pages: pages)
        account.get("reports/links", use: links.page)
        account.post("reports/links", use: links.answer)
    }

    /// The rates of currencies, and taking costs away, for administrators.
    func addAdChanges(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let currencies = CurrencySettingsController(crm: crm, pages: pages, now: now)
        account.post("settings/currencies", use: currencies.save)
        account.post("settings/currencies/:currency/remove", use: currencies.remove)
        let costs = AdCostsController(crm: crm, pages: pages, now: now)
        account.get("reports/costs/remove", use: costs.confirmRemove)
        account.post("reports/costs/remove", use: costs.remove)
    }
}
