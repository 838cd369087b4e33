import CRM

/// What became of a file with costs.
struct AdCostsResult {
    let heading: String
    let facts: [Fact]
    let left: [Line]
    let moreText: String?
    let hasRefusals: Bool
    let reportHref: String
    let reportText: String

    struct Fact: Equatable {
        let name: String
        let value: String
    }

    struct Line: Equatable {
        let line: String
        let reason: String
        let isRefused: Bool
    }

    init(_ report: AdCostReport, isDryRun: Bool, _ paths: AccountPaths) {
        let written = report.tally.written
        heading =
            if report.linesRead == 0 {
                "There is no row below the header: nothing was taken"
            } else if isDryRun {
                "\(Count.text(written, "row")) would be taken; nothing was written"
            } else {
                "\(Count.text(written, "row")) taken"
            }
        let levels = AdLevel.allCases.compactMap { level in
            report.levels[level].map { Count.text($0, report.platform.name(of: level).lowercased() + " row") }
        }
        let tally = report.tally
        var facts = [
            Fact(name: "From", value: report.platform.name),
            Fact(name: "Days", value: report.days.map(DayText.range) ?? "none"),
            Fact(name: "Rows", value: levels.isEmpty ? "none" : levels.joined(separator: ", ")),
            Fact(
                name: isDryRun ? "Would be" : "Of these",
                value: "\(Count.grouped(tally.new)) new, \(Count.grouped(tally.changed)) changed, "
                    + "\(Count.grouped(tally.same)) as before"),
        ]
        facts += Self.otherCurrencies(tally) + Self.parts(tally, report.platform)
        facts += [
            Fact(
                name: "Cost", value: report.spent.isEmpty ? "none" : report.spent.map(\.text).joined(separator: " + ")),
            Fact(name: "Clicks", value: Count.grouped(Int(report.clicks))),
            Fact(name: "Impressions", value: Count.grouped(Int(report.impressions))),
            Fact(
                name: "Lines read",
                value: "\(Count.grouped(report.linesRead)), of which \(Count.grouped(report.leftCount)) were left"),
        ]
        self.facts = facts
        let shown = report.leftToShow
        left = shown.map { Line(line: Count.grouped($0.line), reason: $0.text, isRefused: $0.isRefused) }
        let more = report.leftCount - shown.count
        moreText = more > 0 ? "\(Count.text(more, "more line")) not shown." : nil
        hasRefusals = report.refusedCount > 0
        reportHref = paths.ads(report.platform)
        reportText = "Open the \(report.platform.name) report"
    }

    /// A day that was counted in one currency is counted in another one from now on: seldom what somebody wants.
    private static func otherCurrencies(_ tally: AdCostTally) -> [Fact] {
        let texts = tally.currencyChanges.map { "\(Count.text($0.rows, "row")) from \($0.from) to \($0.to)" }
        return texts.isEmpty ? [] : [Fact(name: "Other currency", value: texts.joined(separator: ", "))]
    }

    /// What adds nothing to the total, though it is new.
    private static func parts(_ tally: AdCostTally, _ platform: AdPlatform) -> [Fact] {
        guard tally.parts > 0 else { return [] }
        let group = platform.name(of: .group).lowercased()
        let text =
            "\(Count.text(tally.parts, "row")) \(tally.parts == 1 ? "is part" : "are parts") of a campaign or \(group) "
            + "whose own cost of the same day is there: that one counts, and the parts say where it went"
        return [Fact(name: "In the total already", value: text)]
    }
}
