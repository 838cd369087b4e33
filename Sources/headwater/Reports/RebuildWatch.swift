import CRM

/// Takes turns at what is to be rebuilt, or watches the server that does, and says how far it is.
struct RebuildWatch {
    let facts: Facts
    /// The one that is rebuilt; nil: all of them.
    let chosen: AccountID?
    /// Those that are rebuilt, in the order in which it is done: that of their ids.
    let accounts: [AccountID]
    let now: @Sendable () -> Milliseconds

    /// How long it waits for another process before it looks again.
    private static let wait = Duration.milliseconds(250)

    func run() async throws {
        var lines = RebuildLines(accounts: accounts.count)
        StandardError.write(lines.first)
        var run: FactRun
        repeat {
            run = try await facts.runOnce(now: now())
            try await tell(&lines)
            if run.state == .elsewhere { try await Task.sleep(for: Self.wait) }
        } while try await facts.progress(of: chosen).accounts > 0
        try await tell(&lines)
        if run.state != .elsewhere { StandardError.write("Adding up the days that are over.") }
        // What nobody uses any more goes as well, unless the server sees to it.
        try await facts.catchUp(now: now())
    }

    /// Several accounts may have been made since it was looked the last time.
    private func tell(_ lines: inout RebuildLines) async throws {
        while lines.done < accounts.count {
            let progress = try await facts.progress(of: accounts[lines.done])
            if let line = lines.next(progress) { StandardError.write(line) }
            if progress.accounts > 0 { return }
        }
    }
}
