import CRM
import Database
import Foundation

/// The data of one installation, open and with its schema brought up to date.
struct Installation {
    let database: Database
    let crm: CRM
    let now: @Sendable () -> Milliseconds = { Milliseconds(Date()) }

    /// Opens the database, and makes it when there is none.
    ///
    /// - Parameter lookUpTimeZone: the IANA time zone of an IP address; only the server asks for it.
    init(
        _ configuration: Configuration, lookUpTimeZone: @escaping @Sendable (String) -> String? = { _ in nil }
    ) async throws {
        if configuration.keepsDatabaseInDataDirectory {
            // The data is personal: nobody but the server's user looks into the folder.
            do {
                try FileManager.default.createDirectory(
                    atPath: configuration.dataDirectory, withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
            } catch {
                throw CommandFailure(
                    "Cannot make the data folder \(configuration.dataDirectory). Check that you may write to its "
                        + "parent, or name another one with --data-dir.")
            }
        }
        database = try Database(url: configuration.databaseURL, configuration.databaseOptions)
        try await database.migrate(Schema.migrations, now: now())
        crm = CRM(database: database, lookUpTimeZone: lookUpTimeZone)
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
