import CRM
import Hummingbird

extension ConsoleRoutes {
    /// The attribution report, for those who see every contact.
    func addReports(to account: RouterGroup<AccountContext>, _ pages: ConsolePages) {
        let reports = ReportController(crm: crm, pages: pages, now: now)
        account.get("reports", use: reports.page)
        account.get("reports/attribution.csv", use: reports.export)
        account.get("reports/charts/:chart", use: reports.chart)
        account.get("reports/values", use: reports.values)
        let contacts = ReportContactsController(crm: crm, pages: pages, now: now)
        account.get("reports/contacts", use: contacts.page)
    }
}
