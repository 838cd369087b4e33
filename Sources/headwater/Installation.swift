import CRM
import Database
import Foundation

/// The data of one installation, open and with its schema brought up to date.
struct Installation {
    let database: Database
    let crm: CRM
    let now: @Sendable () -> Milliseconds = { Milliseconds(Date()) }

    /// Opens the database.
    ///
    /// - Parameters:
    ///   - makesDatabase: whether it is made where there is none: only a command with which somebody may begin does that.
    ///     In the others it would hide that the wrong place was named.
    ///   - lookUpTimeZone: the IANA time zone of an IP address; only the server asks for it.
    init(
        _ configuration: Configuration, makesDatabase: Bool = false,
        lookUpTimeZone: @escaping @Sendable (String) -> String? = { _ in nil }
    ) async throws {
        let file = SQLiteFile(url: configuration.databaseURL)
        if makesDatabase, configuration.keepsDatabaseInDataDirectory {
            try Self.makeFolder(configuration.dataDirectory)
        }
        try file?.mustBeUsable(mayBeEmpty: makesDatabase)
        database = try Database(url: configuration.databaseURL, configuration.databaseOptions)
        let isNew = try await database.schemaNumber() == 0
        guard makesDatabase || !isNew else {
            throw CommandFailure(
                "The database is empty. Name another one with --database; headwater account create --name NAME makes the "
                    + "tables in this one.")
        }
        try await EngineMove.isHere(database)
        try await database.migrate(Schema.migrations, now: now())
        crm = CRM(database: database, lookUpTimeZone: lookUpTimeZone)
    }

    private static func makeFolder(_ path: String) throws {
        do {
            // The data is personal: nobody but the server's user looks into the folder.
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandFailure(
                "Cannot make the data folder \(path). Check that you may write to its parent, or name another one with "
                    + "--data-dir.")
        }
    }

    /// The account with this location id.
    func account(_ locationID: String) async throws -> Account {
        guard let account = try await crm.accounts.account(locationID: locationID) else {
            throw CommandFailure(
                "There is no account \(locationID.prefix(100)) here. Give the ID that account create printed, "
                    + "and check --data-dir.")
        }
        return account
    }
}

extension SQLiteFile {
    /// Refuses a file that is not there or empty, and one of another program, before it is changed in anything.
    ///
    /// - Parameter mayBeEmpty: whether tables are made where there are none.
    func mustBeUsable(mayBeEmpty: Bool = false) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            guard !mayBeEmpty else { return }
            throw CommandFailure(
                "There is no database \(path), or you may not look into its folder. Name its folder with --data-dir, or itself "
                    + "with --database.")
        }
        switch try contents() {
        case .headwater: break
        case .nothing where mayBeEmpty: break
        case .nothing:
            throw CommandFailure(
                "\(path) is empty. Name another database; headwater account create --name NAME makes tables in this one."
            )
        case .other: throw CommandFailure("\(path) is a database of another program. Name another one.")
        }
    }
}
