import Foundation

/// What the kernel says of this process, read anew each time; nil where there is no `/proc`.
struct ProcessReadings: Sendable {
    private static let ticksPerSecond = Double(sysconf(Int32(_SC_CLK_TCK)))
    private static let pageSize = Double(sysconf(Int32(_SC_PAGESIZE)))

    static var swiftVersion: String {
        #if compiler(>=7)
            "7"
        #elseif compiler(>=6.4)
            "6.4"
        #else
            "6.3"
        #endif
    }

    /// The second number of `statm`: pages.
    var residentBytes: Double? {
        Self.text("statm").flatMap { Self.number($0.split(separator: " "), 1) }.map { $0 * Self.pageSize }
    }

    /// The fields 14 and 15 of `stat`: ticks in user and in system mode.
    var processorSeconds: Double? {
        let fields = statFields
        guard let user = Self.number(fields, 11), let system = Self.number(fields, 12) else { return nil }
        return (user + system) / Self.ticksPerSecond
    }

    var openDescriptors: Double? {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")).map { Double($0.count) }
    }

    var mostDescriptors: Double? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
        return limit.rlim_cur == rlim_t.max ? .infinity : Double(limit.rlim_cur)
    }

    /// The field 22 of `stat`: ticks from the start of the machine, whose moment is `btime`.
    var startSeconds: Double? {
        guard let ticks = Self.number(statFields, 19),
            let machine = try? String(contentsOfFile: "/proc/stat", encoding: .utf8),
            let line = machine.split(separator: "\n").first(where: { $0.hasPrefix("btime ") }),
            let boot = Self.number(line.split(separator: " "), 1)
        else { return nil }
        return boot + ticks / Self.ticksPerSecond
    }

    /// From field 3 on: the second is the program's name in parentheses and may hold anything.
    private var statFields: [Substring] {
        guard let text = Self.text("stat"), let end = text.lastIndex(of: ")") else { return [] }
        return text[end...].dropFirst().split(separator: " ")
    }

    private static func text(_ name: String) -> String? {
        try? String(contentsOfFile: "/proc/self/\(name)", encoding: .utf8)
    }

    private static func number(_ fields: [Substring], _ index: Int) -> Double? {
        fields.indices.contains(index) ? Double(fields[index].trimmingCharacters(in: .whitespacesAndNewlines)) : nil
    }
}
