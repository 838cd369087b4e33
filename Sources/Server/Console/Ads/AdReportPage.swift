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
    let action: String
    let models: [FieldControl.Option]
    let presets: [FieldControl.Option]
    let from: String
    let to: String
    let keep: [HiddenField]
    let problem: String?
    let table: AdReportTable?
    let faults: [Fault]
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
        }
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ report: AdReport, _ wish: AdReportWish) {
        let platform = wish.platform
        let days = report.request.days
        shell = Shell(platform.name, in: .reports, frame)
        tabs = platform.tab.links(paths)
        heading = platform.name
        scope = "\(DayText.range(days)) · \(wish.position.label) attribution"
        crumbs = Self.crumbs(report, wish, paths)
        views = Self.views(wish, paths)
        let isEmpty = report.rows.isEmpty
        csvHref = isEmpty ? nil : wish.path(paths.adsCSV(platform)).text
        action = paths.ads(platform)
        models = AttributionPosition.allCases.map {
            FieldControl.Option(
                value: $0 == .first ? "first" : "latest", label: $0.label, selected: $0 == wish.position)
        }
        presets = Self.presets(wish)
        from = days.first.rawValue
        to = days.last.rawValue
        let own = ["model", "preset", "from", "to"]
        keep =
            wish.named.filter { !own.contains($0.name) }.map { HiddenField(name: $0.name, value: $0.value) }
            + wish.path.map { HiddenField(name: "path", value: $0.text) }
        problem = wish.problems.first.map { "This was not understood, and is left out: \($0)." }
        table = isEmpty ? nil : AdReportTable(report, wish, paths)
        faults = isEmpty ? [] : [Self.spendWithoutLeads(report), Self.leadsWithoutSpend(report)]
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

    private static func presets(_ wish: AdReportWish) -> [FieldControl.Option] {
        let own = FieldControl.Option(value: "", label: "From … to", selected: wish.days != nil)
        return ReportPreset.allCases.map {
            FieldControl.Option(
                value: $0.rawValue, label: $0.label, selected: wish.days == nil && $0 == wish.preset)
        } + [own]
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

    private static func leadsWithoutSpend(_ report: AdReport) -> Fault {
        Fault(
            id: "leads", heading: "Leads without spend",
            text:
                "People came by these tags, and no cost is known of them: the tag says another name than the platform, or "
                + "the costs of these days were not imported.",
            figure: "Contacts",
            rows: report.leadsWithoutSpend.map {
                Fault.Line(name: $0.name, text: Count.grouped(Int($0.figures.results.contacts)))
            }, emptyText: "Every tag that brought somebody has a cost.")
    }
}
