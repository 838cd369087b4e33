import Foundation

/// What the run tells, line by line and at once: the worker's own words come between.
enum Report {
    static func line(_ text: String) {
        // Without a reader there is nobody to tell that it cannot be told; the exit code says the rest.
        try? FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    }
}
