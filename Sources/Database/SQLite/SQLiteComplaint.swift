import Foundation
import GRDB

/// Why a file cannot be used as a database, and what to do about it: sentences for who runs the program.
enum SQLiteComplaint {
    static func text(_ error: any Error, at path: String) -> String {
        guard let error = error as? GRDB.DatabaseError else { return "\(error)." }
        return switch DatabaseFault(error) {
        case .damaged where error.resultCode == .SQLITE_NOTADB:
            "it is no SQLite database. Name the one that is."
        case .damaged: "it is damaged. Restore a backup."
        case .full: full
        // The file in which the log's index is has to grow first.
        case _ where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: full
        case .busy: "another program holds it. Wait until that has ended, or stop it."
        default: access(path) ?? "\(error.message ?? "SQLite error \(error.resultCode.rawValue)"). \(lookAtFolder)"
        }
    }

    private static let full = "its disk is full. Make room."
    private static let lookAtFolder = "Check that the folder exists and that you may write to it."

    /// What the system says against it; nil when it says nothing.
    private static func access(_ path: String) -> String? {
        let files = FileManager.default
        let folder = URL(filePath: path).deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            return "there is no folder \(folder). Make it, or name another one."
        }
        // The log and its index are written wherever the database is, also by who only reads.
        for name in [path, path + "-wal", path + "-shm"] where files.fileExists(atPath: name) {
            guard !files.isWritableFile(atPath: name) || !files.isReadableFile(atPath: name) else { continue }
            let owner = (try? files.attributesOfItem(atPath: name)[.ownerAccountName]) as? String
            return "\(name) is not yours to write\(owner.map { "; it belongs to \($0)" } ?? ""). "
                + "Run this as its owner, or give it to yourself with chown."
        }
        return files.isWritableFile(atPath: folder) ? nil : "the folder \(folder) is not yours to write."
    }
}
