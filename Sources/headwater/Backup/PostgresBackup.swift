import Foundation

/// PostgreSQL has tools of its own for backups; wrapping them would only hide what they can do.
enum PostgresBackup {
    static func refusal(of url: String, to destination: String, now: Date) -> CommandFailure {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: destination, isDirectory: &isFolder)
        let file =
            isThere && isFolder.boolValue
            ? URL(fileURLWithPath: destination).appending(path: Backup.name(at: now, "dump")).path : destination
        return CommandFailure(
            "PostgreSQL is backed up with its own tools. One consistent file, while the server runs: "
                + "(umask 077 && pg_dump --format=custom --file=\(quoted(file)) \(quoted(withoutPassword(url)))) "
                + "- for any moment of the past, pgBackRest or pg_basebackup with WAL archiving: see "
                + "\"Backup and restore\" in docs/operations.md.")
    }

    /// The password stays out of terminals and logs: `~/.pgpass` or PGPASSWORD give it to pg_dump.
    static func withoutPassword(_ url: String) -> String {
        guard let start = url.range(of: "://")?.upperBound else { return url }
        let rest = url[start...]
        // Also one with a "/" that should have been escaped.
        let at = rest.prefix { $0 != "/" }.lastIndex(of: "@") ?? rest.prefix { $0 != "?" }.lastIndex(of: "@")
        guard let at else { return url[..<start] + withoutSecrets(rest) }
        let user = rest[..<at].prefix { $0 != ":" }
        return url[..<start] + user + withoutSecrets(rest[at...])
    }

    private static func withoutSecrets(_ address: Substring) -> String {
        guard let mark = address.firstIndex(of: "?") else { return String(address) }
        let options = address[mark...].dropFirst().split(separator: "&").filter { option in
            let name = String(option.prefix { $0 != "=" })
            return !["password", "sslpassword"].contains(name.removingPercentEncoding ?? name)
        }
        return address[..<mark] + (options.isEmpty ? "" : "?" + options.joined(separator: "&"))
    }

    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
