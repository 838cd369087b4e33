import ArgumentParser
import CRM
import Database
import Foundation

struct MigrateEngineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate-engine",
        abstract: "Copies everything, or one account, into another database, and compares the two.",
        discussion: """
            Stop every server of both first. A run that was interrupted is gone on with by the same command. The source \
            keeps all it has.
            """)

    @Option(
        help: "The database to copy from, as sqlite:PATH or postgres://….", transform: Setting.database.read)
    var from: DatabaseURL

    @Option(
        help: "The database to copy to; it is made ready, and must hold no accounts unless --account is given.",
        transform: Setting.database.read)
    var to: DatabaseURL

    @Option(help: "The ID of the one account to copy.")
    var account: String?

    func run() async throws {
        guard from.text != to.text else { throw CommandFailure("--from and --to name the same database.") }
        let now = Milliseconds(Date())
        let source = try await MoveEnd.source(from.text)
        if let account { try await EngineMove.find(account, in: source) }
        let target = try await MoveEnd.target(to.text, now: now)
        let lines = MoveLines()
        try await EngineMove(from: source, to: target, location: account).run(now: now) { try lines.show($0) }
        let what = account == nil ? "Everything" : "The account"
        try StandardOutput.line("\(what) is in the target, and the same there. Serve it with --database.")
    }
}
