import Foundation

/// The unfinished copies beside a backup: this process's own, and those of processes that were killed.
struct BackupLeftovers {
    private let folder: URL
    private let name: String

    /// The path of what this process makes before it has its name.
    var own: String {
        folder.appending(path: "\(name)\(Self.mark)\(ProcessInfo.processInfo.processIdentifier)").path
    }

    private static let mark = ".partial-"

    init(beside destination: String) {
        let file = URL(fileURLWithPath: destination)
        folder = file.deletingLastPathComponent()
        name = file.lastPathComponent
    }

    /// Removes copies that nobody makes any more: personal data that no clean-up of backups would find.
    ///
    /// - Parameter now: who makes a copy on another machine, in a folder that both have, writes it or checks it for less
    ///   than the day before.
    func remove(now: Date) {
        for found in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
            guard let process = process(of: found), kill(process, 0) != 0, errno == ESRCH else { continue }
            let file = folder.appending(path: found)
            let changed = try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
            guard let changed, now.timeIntervalSince(changed) > 86_400 else { continue }
            try? FileManager.default.removeItem(at: file)
        }
    }

    /// Who made a file that is called as unfinished copies are: of this backup, or of one named after its time.
    private func process(of file: String) -> pid_t? {
        guard let range = file.range(of: Self.mark, options: .backwards) else { return nil }
        let backup = file[..<range.lowerBound]
        guard backup == name || backup.wholeMatch(of: /headwater-\d{8}T\d{6}Z\.sqlite/) != nil else { return nil }
        let process = file[range.upperBound...].prefix { $0.isASCII && $0.isNumber }
        let rest = file[range.upperBound...].dropFirst(process.count)
        return ["", "-journal", "-wal", "-shm"].contains(rest) ? pid_t(process) : nil
    }
}
