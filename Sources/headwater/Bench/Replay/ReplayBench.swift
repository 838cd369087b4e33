import Attribution
import CRM
import Database
import Foundation

/// An account with a long history, and a rule book to judge it anew by.
struct ReplayBench: Sendable {
    let crm: CRM
    let account: Account
    let landings: [Landing]

    private static let author = "bench"

    init(database: Database, touches: Int, landings: [Landing]) async throws {
        self.landings = landings
        crm = CRM(database: database)
        account = try await crm.accounts.create(
            name: "Bench", domains: ["clinic.example"], now: Milliseconds(Date()))
        let history = BenchHistory(account: account.id, touches: touches, landings: landings)
        let elapsed = try await ContinuousClock().measure { try await history.write(to: database) }
        try StandardOutput.line("history: \(touches) sessions made in \(elapsed.text)")
    }

    /// - Parameter ingest: the live traffic beside it, if any.
    func run(ingest: IngestLoad?, publishes: Bool) async throws {
        let usual = try await ingest?.latencies { try await Task.sleep(for: Self.leastWatched) }
        if let usual { try StandardOutput.line("ingest alone: \(usual)") }
        _ = try await crm.rules.saveDraft(
            account.id, Self.book, replacing: nil, by: Self.author, now: Milliseconds(Date()))
        try await measure("preview", preview)
        if let usual, let meanwhile = try await ingest?.latencies(during: { try await previews() }) {
            try tell(meanwhile, beside: "previews", usual)
        }
        guard publishes else { return }
        guard let usual, let ingest else { return try await measure("publication", publication) }
        let meanwhile = try await ingest.latencies { try await measure("publication", publication) }
        try tell(meanwhile, beside: "the publication", usual)
    }

    /// Live traffic is watched at least so long, or the slowest hundredth of it is a handful of batches.
    private static let leastWatched = Duration.seconds(10)

    private func previews() async throws {
        let end = ContinuousClock.now + Self.leastWatched
        repeat { _ = try await replay(preview()) } while ContinuousClock.now < end
    }

    private func preview() async throws -> ReplayID {
        try await crm.rules.startPreview(account.id, by: Self.author, now: Milliseconds(Date()))
    }

    private func publication() async throws -> ReplayID {
        try await crm.rules.startPublication(account.id, comment: nil, by: Self.author, now: Milliseconds(Date()))
    }

    /// Takes a replay to its end and tells how long that took.
    private func measure(_ name: String, _ start: () async throws -> ReplayID) async throws {
        ProcessMemory.forgetPeak()
        let before = ProcessMemory.current
        let begun = ContinuousClock.now
        let replay = try await replay(start())
        let elapsed = ContinuousClock.now - begun
        try StandardOutput.line(
            """
            \(name): \(replay.done) rows in \(elapsed.text), \(Int(Double(replay.done) / elapsed.seconds)) a second, \
            \(replay.result.touches.moved) touches moved; memory \(before) MiB before, at most \(ProcessMemory.peak) MiB
            """)
    }

    private func tell(_ meanwhile: Latencies, beside name: String, _ usual: Latencies) throws {
        let factor = (meanwhile.p99 / max(usual.p99, 0.001)).text(decimals: 2)
        try StandardOutput.line("ingest beside \(name): \(meanwhile); p99 \(factor) times its usual")
    }

    /// Takes a replay to its end, as the server's own runner does.
    private func replay(_ id: ReplayID) async throws -> Replay {
        while true {
            for _ in 0..<20 {
                guard try await crm.rules.runOneChunk(now: Milliseconds(Date())) else { break }
            }
            guard let replay = try await crm.rules.replay(account.id, id), replay.state.isOver else { continue }
            guard replay.state == .done else { throw CommandFailure("A replay did not come to its end.") }
            return replay
        }
    }

    /// The extended rules, and own rules of every kind that an account may well have.
    private static let book = RuleBook(
        .extended,
        ownRules: [
            OwnRule(
                name: "Newsletter", conditions: [OwnCondition(.parameter("utm_medium"), .equals, "email")],
                source: .referral, subLabel: "Newsletter"),
            OwnRule(
                name: "Profiles", after: "4", conditions: [OwnCondition(.parameter("utm_campaign"), .matches, "gbp*")],
                source: .organicSearch, subLabel: "Business profile"),
            OwnRule(
                name: "Partners", after: "6",
                conditions: [
                    OwnCondition(.referrerHost, .endsWith, ".example.org"), OwnCondition(.landingPath, .present),
                ],
                source: .referral, subLabel: "Partners"),
        ])
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }

    fileprivate var text: String { "\(seconds.text(decimals: 1)) s" }
}
