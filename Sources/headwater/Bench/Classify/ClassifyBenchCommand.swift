import ArgumentParser
import Attribution

struct ClassifyBenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: "Measures how long the landings of a corpus take.",
        discussion: """
            Pin it to one core (taskset -c 0), or the figures are the scheduler's. Allocations are counted when \
            Bench/malloc-counter.c is preloaded; script/bench does both.
            """)

    @Option(help: "The landings to classify: a line each, URL and referrer with a tab between.")
    var corpus = BenchCorpus.usualPath

    @Option(help: "How often each figure is taken; the best and the median are printed.")
    var samples = 40

    /// Rule 5a reads it wherever no ad's tag or click ID decides.
    private static let inAppBrowser = """
        Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 \
        Instagram 350.0.0.0 (iPhone15,2; iOS 18_1; en_US)
        """

    func validate() throws {
        guard samples > 0 else { throw ValidationError("--samples must be at least 1.") }
    }

    func run() async throws {
        let corpus = try BenchCorpus(path: corpus)
        let rows = [
            corpus.row("classic", Classifier(.classic), samples: samples),
            corpus.row("extended", Classifier(.extended), samples: samples),
            corpus.row("extended-in-app", Classifier(.extended), userAgent: Self.inAppBrowser, samples: samples),
            corpus.explainedRow("classic-explained", Classifier(.classic), samples: samples),
            corpus.explainedRow("extended-explained", Classifier(.extended), samples: samples),
        ]
        try StandardOutput.line(PairCost.heading)
        for row in rows { try StandardOutput.line(row.line) }
    }
}
