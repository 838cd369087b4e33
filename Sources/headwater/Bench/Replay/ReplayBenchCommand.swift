import ArgumentParser
import Attribution
import CRM
import Database
import Foundation

struct ReplayBenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Measures how long judging all history anew takes, and what live traffic feels of it.",
        discussion: "It makes a history of its own in a temporary folder, and removes it at the end.")

    @Option(help: "How many sessions the history has; every fortieth became a contact.")
    var touches = 1_000_000

    @Option(help: "Where the landings of the history come from.")
    var corpus = BenchCorpus.usualPath

    @Option(help: "The folder to make the history in; the system's for temporary files when not given.")
    var directory: String?

    @Flag(help: "Send batches of events at a fixed rate, first alone and then beside the replay.")
    var withIngest = false

    @Option(help: "How many batches of four events a second --with-ingest sends.")
    var rate = 50

    @Flag(help: "Publish the rule book too, and write what it says of each visit where that differs.")
    var publish = false

    func validate() throws {
        guard touches > 0 else { throw ValidationError("--touches must be at least 1.") }
        guard 1...1_000 ~= rate else { throw ValidationError("--rate must be from 1 to 1000.") }
    }

    func run() async throws {
        let landings = try BenchCorpus(path: corpus).landings
        let parent = directory.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory
        let folder = parent.appending(path: "headwater-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try Database(url: "sqlite:\(folder.appending(path: "bench.sqlite").path)")
        try await database.migrate(Schema.migrations, now: Milliseconds(Date()))
        let bench = try await ReplayBench(database: database, touches: touches, landings: landings)
        try await bench.run(ingest: withIngest ? IngestLoad(bench, batchesPerSecond: rate) : nil, publishes: publish)
        try database.close()
    }
}
