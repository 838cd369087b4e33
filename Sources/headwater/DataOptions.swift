import ArgumentParser
import Foundation

/// The options that every command takes.
struct DataOptions: ParsableArguments {
    @Option(
        name: .customLong("data-dir"), help: "The folder of the data. (default: ./data)",
        transform: Setting.dataDirectory.read)
    var dataDirectory: PathText?

    @Option(help: "The database, as sqlite:PATH or postgres://…. (default: headwater.sqlite in the data folder)")
    var database: SecretArgument<DatabaseURL>?

    @Option(
        help: "How many connections to PostgreSQL there may be, some of them kept for events. (default: 8)",
        transform: Setting.databaseConnections.read)
    var databaseConnections: PositiveNumber?

    @Option(help: "A file of key = value lines.")
    var config: PathText?

    func validate() throws { try SecretArgument.check(database, .database) }

    /// What the command line, the environment and the file say together.
    func configuration(_ serve: ServeOptions? = nil) throws -> Configuration {
        try Configuration(self, serve, environment: ProcessInfo.processInfo.environment)
    }
}
