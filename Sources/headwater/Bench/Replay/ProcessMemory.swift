import Foundation

/// How much of the machine's memory this process occupies, in MiB; 0 where the system does not say.
enum ProcessMemory {
    static var current: Int { mebibytes("VmRSS:") }
    /// The most since the process began, or since `forgetPeak`.
    static var peak: Int { mebibytes("VmHWM:") }

    static func forgetPeak() {
        // Where it cannot be forgotten, the figure is of the whole life of the process: too high, never too low.
        try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    }

    private static func mebibytes(_ key: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(key) }
        return line.flatMap { $0.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first }.map { $0 / 1_024 }
            ?? 0
    }
}
