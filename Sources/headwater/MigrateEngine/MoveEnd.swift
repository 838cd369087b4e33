import CRM
import Database
import Foundation

/// Opens the two databases of a move, after a look at whether that can go well.
enum MoveEnd {
    /// A database that is there and that nobody serves.
    static func source(_ url: String, now: Milliseconds) async throws -> Database {
        if let file = SQLiteFile(url: url), !FileManager.default.fileExists(atPath: file.path) {
            throw CommandFailure("There is no database \(file.path). Give the path of the one to copy with --from.")
        }
        return try await open(url, now: now)
    }

    /// A database that is made when it is a file and not there, for nobody to read but its maker.
    static func target(_ url: String, now: Milliseconds) async throws -> Database {
        if let file = SQLiteFile(url: url), !FileManager.default.fileExists(atPath: file.path) {
            FileManager.default.createFile(
                atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        return try await open(url, now: now)
    }

    /// The schema is brought up to date on both sides, so that their tables are the same.
    private static func open(_ url: String, now: Milliseconds) async throws -> Database {
        if let file = SQLiteFile(url: url), FileManager.default.fileExists(atPath: file.path), try file.isInUse() {
            throw CommandFailure(
                "\(file.path) is open in another process. Stop the server, and whatever else uses it, and run this again."
            )
        }
        let database = try Database(url: url)
        try await database.migrate(Schema.migrations, now: now)
        return database
    }
}
