import ArgumentParser

struct WorstCasesBenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worst-cases",
        abstract: "Shows that no landing, however it was made, takes unreasonably long; fails where one does.")

    @Option(help: "How often each figure is taken; the best is printed.")
    var samples = 15

    func validate() throws {
        guard samples > 0 else { throw ValidationError("--samples must be at least 1.") }
    }

    func run() async throws { try WorstCaseReport(samples: samples).print() }
}
