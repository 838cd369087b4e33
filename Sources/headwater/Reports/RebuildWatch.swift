import CRM

/// Takes turns at what is to be rebuilt, or watches the server that does, and says how far it is.
struct RebuildWatch {
    let facts: Facts
    let account: AccountID?
    let now: @Sendable () -> Milliseconds

    /// How long it waits for another process before it looks again.
    private static let wait = Duration.milliseconds(250)

    func run() async throws {
        var shown = -1
        while true {
            let run = try await facts.runOnce(now: now())
            let progress = try await facts.progress(of: account)
            if progress.accounts == 0 { break }
            if let percent = progress.percent, percent / 5 != shown {
                shown = percent / 5
                StandardError.write("\(progress.built) of \(progress.all ?? 0) rows, \(percent) %")
            }
            if run.state == .elsewhere { try await Task.sleep(for: Self.wait) }
        }
        // What nobody uses any more goes as well, unless the server sees to it.
        try await facts.catchUp(now: now())
    }
}

extension FactProgress {
    /// Between 0 and 99; nil until it is known how many rows there are.
    fileprivate var percent: Int? { all.map { $0 == 0 ? 99 : min(99, built * 100 / $0) } }
}
