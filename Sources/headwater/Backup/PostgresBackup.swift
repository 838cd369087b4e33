import Foundation

/// PostgreSQL has tools of its own for backups; wrapping them would only hide what they can do.
enum PostgresBackup {
    static func refusal(of url: String, to destination: String) -> CommandFailure {
        CommandFailure(
            "PostgreSQL is backed up with its own tools. One consistent file, while the server runs: "
                + "pg_dump --format=custom --file=\(quoted(destination)) \(quoted(withoutPassword(url))) "
                + "- for any moment of the past, pgBackRest or pg_basebackup with WAL archiving: see "
                + "\"Backup and restore\" in docs/operations.md.")
    }

    /// The password stays out of terminals and logs: `~/.pgpass` or PGPASSWORD give it to pg_dump.
    static func withoutPassword(_ url: String) -> String {
        guard let scheme = url.range(of: "://"), let at = url[scheme.upperBound...].lastIndex(of: "@"),
            let colon = url[scheme.upperBound..<at].firstIndex(of: ":")
        else { return url }
        return String(url[..<colon] + url[at...])
    }

    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
