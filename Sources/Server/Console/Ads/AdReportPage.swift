import Attribution
import CRM

/// The report of one platform's ads.
struct AdReportPage: ConsolePage {
    static let template = "console/ads-report"

    let shell: Shell
    let tabs: [Link]
    let heading: String
    let scope: String
    let crumbs: [Link]
    let views: [Link]
    let csvHref: String?
    let rulesUnderway: String?
    let form: ReportFilterForm
    let problem: String?
    let table: AdReportTable?
    let faults: [Fault]
    /// Whether only some of the contacts count.
    let isFiltered: Bool
    let apartText: String?
    let ratesHref: String
    let costsHref: String
    let linksHref: String

    /// One of the two lists of what does not fit together.
    struct Fault {
        let id: String
        let heading: String
        let text: String
        let figure: String
        let rows: [Line]
        let emptyText: String

        struct Line {
            let name: String
            let text: String
            var href: String?
        }
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ report: AdReport, _ wish: AdReportWish,
        _ fields: [CustomField], problem: String?
    ) {
        let platform = wish.platform
        shell = Shell(platform.name, in: .reports, frame)
        tabs = platform.tab.links(paths)
        heading = platform.name
        scope = Self.scope(wish, report.request, fields)
        crumbs = Self.crumbs(report, wish, paths)
        views = Self.views(wish, paths)
        let isEmpty = report.rows.isEmpty
        csvHref = isEmpty ? nil : wish.path(paths.adsCSV(platform)).text
        rulesUnderway = report.rulesUnderway?.text(frame.clock)
        form = Self.form(wish, report.request, fields, paths)
        self.problem = problem
        table = isEmpty ? nil : AdReportTable(report, wish, paths)
        isFiltered = !wish.filters.isEmpty
        let leads = Self.leadsWithoutSpend(report, wish, paths)
        // Somebody may have come who does not pass the filters: then nothing is said of money that brought nobody.
        faults = isEmpty ? [] : isFiltered ? [leads] : [Self.spendWithoutLeads(report), leads]
        let apart = (report.total.spend?.apart ?? []) + report.total.results.apart
        apartText =
            apart.isEmpty
            ? nil
            : "Amounts in \(Set(apart.map(\.currency.rawValue)).sorted().joined(separator: ", ")) stand apart and are in no "
                + "ratio, because there is no rate for them."
        ratesHref = paths.currencies
        costsHref = paths.adCosts
        linksHref = paths.adLinks
    }

    private static func crumbs(_ report: AdReport, _ wish: AdReportWish, _ paths: AccountPaths) -> [Link] {
        guard !wish.path.isEmpty else { return [] }
        let root = paths.ads(wish.platform)
        let all = Link("All campaigns", wish.path(root) { $0.path = [] }.text)
        return [all]
            + report.crumbs.enumerated().map { depth, name in
                let path = Array(wish.path.prefix(depth + 1))
                return Link(name, wish.path(root) { $0.path = path }.text, current: depth + 1 == wish.path.count)
            }
    }

    private static func views(_ wish: AdReportWish, _ paths: AccountPaths) -> [Link] {
        guard wish.platform == .google else { return [] }
        return AdDivision.allCases.map { division in
            let path = wish.path(paths.ads(.google)) {
                $0.division = division
                $0.path = []
            }
            return Link(
                division == .campaigns ? "Campaigns" : "Keywords", path.text, current: division == wish.division)
        }
    }

    private static func scope(_ wish: AdReportWish, _ request: AdReportRequest, _ fields: [CustomField]) -> String {
        let compared = request.compared.map { "compared with \(DayText.range($0))" }
        let names = ReportFieldNames(fields)
        return
            ([DayText.range(request.days), "\(wish.position.label) attribution", compared].compactMap { $0 }
            + wish.filters.map { names.sentence($0, model: wish.position) }).joined(separator: " · ")
    }

    private static func form(
        _ wish: AdReportWish, _ request: AdReportRequest, _ fields: [CustomField], _ paths: AccountPaths
    ) -> ReportFilterForm {
        let choice = ReportFilterForm.Choice(
            model: wish.position, preset: wish.days == nil ? wish.preset : nil, comparison: wish.comparison,
            filters: wish.filters)
        let range = ReportRange(days: request.days, compared: request.compared)
        return ReportFilterForm(choice, range, fields, paths) { filters in
            wish.path(paths.ads(wish.platform)) { $0.filters = filters }
        }
    }

    private static func spendWithoutLeads(_ report: AdReport) -> Fault {
        Fault(
            id: "spend", heading: "Spend without leads",
            text:
                "Money went here, and nobody came who could be told apart by it: the tag is missing or wrong, or the ad "
                + "does not work.",
            figure: "Cost",
            rows: report.spendWithoutLeads.map {
                Fault.Line(name: $0.name, text: AdColumn.cost.text($0.figures, report.currency) ?? "–")
            }, emptyText: "Everything that cost money brought somebody.")
    }

    private static func leadsWithoutSpend(
        _ report: AdReport, _ wish: AdReportWish, _ paths: AccountPaths
    ) -> Fault {
        Fault(
            id: "leads", heading: "Leads without spend",
            text:
                "People came by these tags, and no cost is known of them: the tag says another name than the platform, or "
                + "the costs of these days were not imported.",
            figure: "Contacts",
            rows: report.leadsWithoutSpend.map {
                Fault.Line(
                    name: $0.name, text: Count.grouped(Int($0.figures.results.contacts)),
                    href: wish.contactsPath(paths, .row(wish.path + [$0.key]), .contacts).text)
            }, emptyText: "Every tag that brought somebody has a cost.")
    }
}
