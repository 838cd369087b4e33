import ArgumentParser

struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measures what Headwater's own figures are about.",
        discussion: "Without a subcommand it runs those that need no corpus: worst-cases.",
        subcommands: [
            ClassifyBenchCommand.self, WorstCasesBenchCommand.self, ReplayBenchCommand.self, FillBenchCommand.self,
            HttpBenchCommand.self, SearchBenchCommand.self,
        ])

    func run() async throws {
        try WorstCaseReport(samples: 15).print()
    }
}
