import Foundation

/// How much room is left on the disk that a folder is on.
enum FreeSpace {
    /// Bytes that this user may fill; nil when the folder cannot be asked.
    static func bytes(at folder: String) -> Double? {
        var answer = statvfs()
        guard statvfs(folder, &answer) == 0 else { return nil }
        return Double(answer.f_bavail) * Double(answer.f_frsize)
    }
}
