import ArgumentParser
import Foundation

/// Looks for a landing or a rule book that ends the process, hangs it, or makes the engine contradict itself.
///
/// The inputs are tried in a process of their own, so that a trap can be told with the input that caused it. Each input
/// follows from the seed and its number alone.
@main
struct FuzzCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "AttributionFuzz", abstract: "Tries damaged landings and rule books on the attribution engine.")

    @Option(help: "What the inputs follow from; drawn anew when not given, and printed.")
    var seed: UInt64?

    @Option(help: "How many inputs to try.")
    var inputs: UInt64 = 1_000_000

    @Option(help: "When to stop at the latest, in seconds.")
    var seconds = 900

    @Option(help: "Print and try the input of this number alone.")
    var only: UInt64?

    @Option(help: .hidden)
    var progress: String?

    func run() throws {
        let seed = seed ?? UInt64.random(in: 0..<1_000_000_000)
        if let only {
            let input = FuzzInput(seed: seed, number: only)
            Report.line(input.escaped)
            if let contradiction = FuzzCheck.contradiction(in: input, isThorough: true) { try fail(contradiction) }
            Report.line("fuzz: nothing wrong with input \(only) of seed \(seed)")
        } else if let progress {
            try FuzzWorker(seed: seed, inputs: inputs, seconds: seconds, progress: FuzzProgress(path: progress)).run()
        } else {
            try FuzzSupervisor(seed: seed, inputs: inputs, seconds: seconds).run()
        }
    }

    private func fail(_ text: String) throws -> Never {
        Report.line("fuzz: \(text)")
        throw ExitCode.failure
    }
}
