import CRM

/// A long file of costs while it is taken in, and what became of it.
struct AdCostImportPage: ConsolePage {
    static let template = "console/ads-costs-import"

    let shell: Shell
    let tabs: [Link]
    let crumbs: [Link]
    let heading: String
    let sub: String
    let running: Bool
    let reloadHref: String
    let state: JobState
    let progress: JobProgress?
    let result: AdCostsResult?

    init(_ frame: Frame, _ paths: AccountPaths, _ found: AdCostImport) {
        heading = "Costs of \(found.platform.name)"
        shell = Shell(heading, in: .reports, frame)
        tabs = ReportTab.costs.links(paths)
        crumbs = [Link("Ad costs", paths.adCosts)]
        sub = "A file of \(Count.text(found.total, "row")), sent on \(frame.clock.moment(found.startedAt).text)."
        running = !found.state.isOver
        reloadHref = paths.adCostImport(found.id)
        state = JobState(good: found.state == .done, bad: found.state == .failed, text: found.stateText)
        progress =
            running
            ? JobProgress(
                found.done, of: found.total,
                text: "\(Count.grouped(found.done)) of \(Count.grouped(found.total)) rows")
            : nil
        result = found.report.map { AdCostsResult($0, isDryRun: found.isDryRun, paths) }
    }
}

extension AdCostImport {
    /// How it stands, in a sentence.
    var stateText: String {
        switch state {
        case .queued: "Waiting for its turn."
        case .running: isDryRun ? "Looking at the file." : "Taking the costs in."
        case .done: isDryRun ? "The whole file was looked at; nothing was written." : "All of the file is in."
        case .failed: failureText
        }
    }

    private var failureText: String {
        let reason =
            switch problem {
            case .unreadable: "The file could not be gone on with after the server had changed."
            case .refused, nil: "The import was given up: the database refused it again and again."
            }
        guard !isDryRun, done > 0 else { return "\(reason) Nothing was written. Import the file once more." }
        return
            "\(reason) \(Count.grouped(done)) of \(Count.grouped(total)) rows had been dealt with by then and stay as "
            + "they are. Import the file once more: nothing is counted twice."
    }
}
