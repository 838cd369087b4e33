import ArgumentParser
import Foundation

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says what is wrong with configuration, database, disk or clock, and how to mend it.")

    @Flag(help: "Also read the whole SQLite database and look for damage, which takes minutes for many gigabytes.")
    var thorough = false

    @OptionGroup var data: DataOptions
    @OptionGroup var serve: ServeOptions

    func run() async throws {
        let findings = await Checkup.run(thoroughly: thorough) { try data.configuration(serve) }
        for finding in findings { try StandardOutput.line(finding.line) }
        let faults = findings.count { $0.weight == .bad }
        guard faults == 0 else {
            throw CommandFailure(
                "\(faults) of \(findings.count) checks failed. What to do is said above, after each line marked BAD.")
        }
    }
}
