import CRM
import Logging
import ServiceLifecycle

/// Takes in long files of ad costs while the server runs, a step at a time, whoever waits for them.
///
/// Every node runs one; a lease in the database keeps two of them from the same file.
struct ImportingCosts: Service {
    private let adCosts: AdCosts
    private let stepping: Stepping

    /// The page of an import says as well when it is given up.
    private static let words = Stepping.Words(
        id: "import", stepFailed: "step of an import of costs failed", givenUp: "import of costs given up",
        notLookedFor: "imports of costs not looked for", notReleased: "import of costs not released")

    init(adCosts: AdCosts, metrics: JobMetrics, now: @escaping @Sendable () -> Milliseconds, logger: Logger) {
        self.adCosts = adCosts
        stepping = Stepping(words: Self.words, metrics: metrics, now: now, logger: logger)
    }

    func run() async throws {
        await stepping.run(rest: Self.rest, release: adCosts.release) { [adCosts] now in
            try await adCosts.runOneStep(now: now)
        }
    }

    /// Others want to write as well.
    private static func rest(after took: Duration) -> Duration { min(took, Stepping.interval) }
}
