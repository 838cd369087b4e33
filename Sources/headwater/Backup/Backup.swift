import Database
import Foundation

/// A copy of a SQLite database that has its name only when it is whole, on the disk, and checked.
struct Backup {
    let source: SQLiteFile
    let destination: String

    /// - Parameter destination: a file that is not there yet, or a folder, where it is named after the time.
    init(of source: SQLiteFile, to destination: String, now: Date) throws {
        try source.mustBeUsable()
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: destination, isDirectory: &isFolder)
        guard exists else {
            self.init(source: source, destination: destination)
            return
        }
        guard isFolder.boolValue else { throw Self.isThere(destination) }
        let path = URL(fileURLWithPath: destination).appending(path: Self.name(at: now, "sqlite")).path
        guard !FileManager.default.fileExists(atPath: path) else { throw Self.isThere(path) }
        self.init(source: source, destination: path)
    }

    private init(source: SQLiteFile, destination: String) {
        self.source = source
        self.destination = destination
    }

    /// The name of a backup in a folder.
    static func name(at now: Date, _ kind: String) -> String {
        "headwater-\(now.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))).\(kind)"
    }

    private static func isThere(_ path: String) -> CommandFailure {
        CommandFailure("\(path) is there already. Name another file: a backup overwrites nothing.")
    }

    /// Copies, checks, and gives the copy its name; what is not whole is removed, also what a run of days before has left.
    ///
    /// - Returns: what is in the copy, a line each.
    func run(thoroughly: Bool, now: Date) throws -> String {
        let leftovers = BackupLeftovers(beside: destination)
        leftovers.remove(now: now)
        let partial = leftovers.own
        // The data is personal: nobody but who makes the copy looks into it.
        guard FileManager.default.createFile(atPath: partial, contents: nil, attributes: [.posixPermissions: 0o600])
        else {
            throw CommandFailure("Cannot write \(partial). Check that the folder exists and that you may write to it.")
        }
        do {
            try copy(to: partial)
            let faults = try SQLiteFile(path: partial).faults(thoroughly: thoroughly)
            guard faults.isEmpty else {
                throw CommandFailure(
                    "The copy is damaged, so it was removed: \(faults[0]). Look at the disk of \(source.path) and run "
                        + "it again; an earlier backup may be the better one.")
            }
            let report = try report(on: partial)
            guard !FileManager.default.fileExists(atPath: destination) else { throw Self.isThere(destination) }
            try FileManager.default.moveItem(atPath: partial, toPath: destination)
            syncFolder()
            return report
        } catch {
            for name in [partial, partial + "-journal"] { try? FileManager.default.removeItem(atPath: name) }
            throw error
        }
    }

    private func copy(to partial: String) throws {
        do {
            try source.copy(to: partial)
        } catch  where DatabaseFault(error) == .full {
            let folder = URL(fileURLWithPath: destination).deletingLastPathComponent().path
            throw CommandFailure(
                "The disk of \(folder) is full: the copy needs as much room as \(source.path) takes. Nothing was left.")
        }
    }

    /// Puts the new name on the disk too. The copy itself is there, so a folder that cannot be synced is no failure.
    private func syncFolder() {
        let folder = open(URL(fileURLWithPath: destination).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    private func report(on copy: String) throws -> String {
        let attributes = try FileManager.default.attributesOfItem(atPath: copy)
        let size = (attributes[.size] as? NSNumber)?.int64Value ?? 0
        let tables = ["accounts", "contacts", "conversions", "sessions", "page_views"]
        let counts = try SQLiteFile(path: copy).counts(of: tables)
        let lines = zip(tables, counts).map { name, count in
            name.replacing("_", with: " ").padding(toLength: 14, withPad: " ", startingAt: 0) + "\(count)\n"
        }
        return "Backup        \(destination)\nsize          \(size) bytes, checked\n" + lines.joined()
    }
}
