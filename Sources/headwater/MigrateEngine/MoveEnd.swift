import CRM
import Database
import Foundation

/// Opens the two databases of a move, after a look at whether that can go well.
enum MoveEnd {
    /// A database that is there, that nobody serves, and that is changed in nothing: not even its schema.
    static func source(_ url: String) async throws -> Database {
        if let file = SQLiteFile(url: url) {
            guard FileManager.default.fileExists(atPath: file.path) else {
                throw CommandFailure("There is no database \(file.path). Give the path of the one to copy with --from.")
            }
            try file.mustBeUsable()
        }
        let source = try open(url)
        let (found, known) = (try await source.schemaNumber(), Schema.migrations.last?.number ?? 0)
        guard found <= known else { throw DatabaseError.newerSchema(found: found, known: known) }
        guard found == known else {
            throw CommandFailure(
                "The source was made by an earlier version, or by something else, and is left as it is. Make a backup "
                    + "of it, run headwater check on it once, which brings it up to date, and run this again.")
        }
        return source
    }

    /// A database that is made when it is a file and not there, for nobody to read but its maker.
    static func target(_ url: String, now: Milliseconds) async throws -> Database {
        if let file = SQLiteFile(url: url), !FileManager.default.fileExists(atPath: file.path) {
            _ = FileManager.default.createFile(
                atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        try SQLiteFile(url: url)?.mustBeUsable(mayBeEmpty: true)
        let target = try open(url)
        let (found, known) = (try await target.schemaNumber(), Schema.migrations.last?.number ?? 0)
        guard found == 0 || found >= known else {
            throw CommandFailure(
                "The target was made by an earlier version, and is left as it is. Run headwater check on it once, which "
                    + "brings it up to date, and run this again.")
        }
        try await target.migrate(Schema.migrations, now: now)
        return target
    }

    private static func open(_ url: String) throws -> Database {
        if let file = SQLiteFile(url: url), FileManager.default.fileExists(atPath: file.path), try file.isInUse() {
            throw CommandFailure(
                "\(file.path) is open in another process. Stop the server, and whatever else uses it, and run this again."
            )
        }
        return try Database(url: url)
    }
}
