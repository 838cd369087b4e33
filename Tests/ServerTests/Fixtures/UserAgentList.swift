import Foundation

/// A list of user agents under `UserAgents/`, one a line.
enum UserAgentList {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "UserAgents")

    static let browsers = lines("browsers.txt")
    static let programs = lines("programs.txt")
    static let headless = lines("headless.txt")

    /// Empty when the file is missing, which the tests' counts find.
    private static func lines(_ name: String) -> [String] {
        guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { return [] }
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }
}
