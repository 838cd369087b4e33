import Foundation
import Testing

/// Pages as they were when a person last looked at them: `Golden/<name>.html`.
enum Golden {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden")

    /// Compares a page with its file; with HEADWATER_UPDATE_GOLDEN=1 the file is written instead.
    static func check(
        _ name: String, _ page: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = folder.appending(path: "\(name).html")
        let text = comparable(page)
        if ProcessInfo.processInfo.environment["HEADWATER_UPDATE_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
            return
        }
        let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        guard expected != text else { return }
        let lines = zip(expected.split(separator: "\n"), text.split(separator: "\n"))
        let first = lines.first { $0 != $1 }
        Issue.record(
            "\(name) differs. Expected: \(first?.0 ?? "(another length)") Found: \(first?.1 ?? "(another length)")",
            sourceLocation: sourceLocation)
    }

    /// The page without its symbols, which are the same everywhere, and without the time zones, which are the machine's.
    private static func comparable(_ page: String) -> String {
        page.replacing(/<svg[^>]*class="sprite"[\s\S]*?<\/svg>\n?/, with: "")
            .replacing(/(<select id="timeZone"[^>]*>)[\s\S]*?<\/select>/) { "\($0.1)</select>" }
    }
}
