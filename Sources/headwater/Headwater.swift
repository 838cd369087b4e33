import ArgumentParser
import Foundation

/// The command: every subcommand parses, delegates and prints.
struct Headwater: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "headwater",
        abstract: "Tells a business where each lead came from.",
        version: Version.current,
        subcommands: [
            ServeCommand.self, DemoCommand.self, AccountCommand.self, UserCommand.self, TokenCommand.self,
            FormCommand.self,
            ExplainCommand.self, ExportCommand.self, ImportCommand.self, BackupCommand.self, MigrateEngineCommand.self,
            CheckCommand.self, RebuildReportsCommand.self, BenchCommand.self,
        ])
}

@main
enum Main {
    /// Exits with 0 on success, 64 on wrong usage, and 1 with one line on standard error otherwise.
    static func main() async {
        // What a command makes (a database, a backup, an export) holds personal data: nobody else reads it.
        umask(0o077)
        do {
            var command = try Headwater.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await run(&command)
            } else {
                try command.run()
            }
        } catch {
            Headwater.exit(withError: error)
        }
    }

    private static func run(_ command: inout any AsyncParsableCommand) async throws {
        do {
            try await command.run()
        } catch let error as CleanExit {
            throw error
        } catch let error as ExitCode {
            throw error
        } catch {
            StandardError.write("headwater: \(CommandFailure(error))")
            throw ExitCode.failure
        }
    }
}
