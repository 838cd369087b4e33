import ArgumentParser
import CRM
import Foundation

struct ImportContactsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contacts", abstract: "Brings contacts from a file in, with their attribution.",
        discussion: """
            Reads CSV (Headwater's own exports and HighLevel's, by the names of their columns) and JSON Lines. With \
            --dry-run nothing is written: a line for each contact says what would become of it. An import that was \
            interrupted goes on where it was when the same command is given again.
            """)

    @Argument(help: "The file.", completion: .file(extensions: ["csv", "jsonl"]))
    var file: String

    @Option(help: "The ID of the account.")
    var account: String

    @Option(help: "csv or jsonl; told by the end of the file's name unless given.")
    var format: ImportFile.Format?

    @Option(help: "update or skip: what becomes of contacts that are there already, by e-mail or phone.")
    var duplicates = ImportDuplicates.update

    @Flag(help: "Say what would be done, line by line, and write nothing.")
    var dryRun = false

    @Flag(help: "Import a file that was imported before once more.")
    var again = false

    @Option(help: "A file for the report, a line for each contact; standard output for a dry run unless given.")
    var report: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let file = try ImportInput(path: file, format: format).file()
        let installation = try await Installation(try data.configuration())
        let account = try await installation.account(account).id
        let wish = Imports.Wish(account: account, file: file, duplicates: duplicates, again: again)
        do {
            try await run(wish, installation.crm.imports)
        } catch let error as ImportError {
            throw CommandFailure(Self.cure(of: error))
        }
    }

    private func run(_ wish: Imports.Wish, _ imports: Imports) async throws {
        for column in try await imports.unknownColumns(wish) {
            StandardError.write("The column “\(column)” is passed over: nothing here has that name.")
        }
        let lines = try ImportReport(path: report, onStandardOutput: dryRun)
        let outcome =
            if dryRun {
                try await imports.dryRun(wish) { try lines.write($0) }
            } else {
                try await imports.run(
                    wish, by: .command, now: Milliseconds(Date.now), report: { try lines.write($0) },
                    progress: { ImportProgress.show($0) })
            }
        try lines.close()
        ImportProgress.sum(outcome, isDryRun: dryRun)
    }

    static func cure(of error: ImportError) -> String {
        switch error {
        case .finishedBefore: "\(error) Give --again to import it once more."
        case .elsewhere: "\(error) This one has stopped; what it wrote is counted."
        case .noColumns: "\(error) The names are those of 'headwater export contacts': Email, First Name, …"
        }
    }
}

extension ImportFile.Format: ExpressibleByArgument {}
extension ImportDuplicates: ExpressibleByArgument {}
