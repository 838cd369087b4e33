import CRM

/// Says how much of the reports is made, while they are made for the first time.
struct ReportWaitingPage: ConsolePage {
    static let template = "console/reports-waiting"

    let shell: Shell
    let percent: String
    /// From 0 to 100.
    let done: Int

    init(_ frame: Frame, share: Double) {
        shell = Shell("Reports", in: .reports, frame)
        done = min(max(Int(share * 100), 0), 99)
        percent = "\(done) %"
    }
}
