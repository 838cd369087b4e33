import ArgumentParser
import Database
import Foundation

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the SQLite database into a file, while the server runs, and checks the copy.",
        discussion: "Of PostgreSQL it says what to run instead.")

    @Argument(
        help: "The file to make, or a folder, for a file named after the time. What is there is never overwritten.")
    var destination: PathText

    @Flag(help: "Also compare every index of the copy with its table, which takes several times as long.")
    var thorough = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        let url = try data.configuration().databaseURL
        guard let source = SQLiteFile(url: url) else {
            throw PostgresBackup.refusal(of: url, to: destination.text, now: Date())
        }
        let now = Date()
        let backup = try Backup(of: source, to: destination.text, now: now)
        try StandardOutput.write(try backup.run(thoroughly: thorough, now: now))
    }
}
