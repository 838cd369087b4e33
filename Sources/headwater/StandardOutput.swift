import Foundation

/// Standard output, written at once: what is printed is there when the next step begins.
enum StandardOutput {
    static func write(_ text: String) throws { try write(Data(text.utf8)) }

    /// - Throws: when nobody takes it any more, or the disk behind it is full.
    static func write(_ data: Data) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: data)
        } catch {
            throw CommandFailure("Cannot write to standard output: the disk is full, or the reader has gone.")
        }
    }

    static func line(_ text: String) throws { try write(text + "\n") }
}

enum StandardError {
    /// A question to whoever sits at the terminal.
    static func prompt(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// One line. When it cannot be written, the exit code has to do.
    static func write(_ line: String) {
        let oneLine = line.split(whereSeparator: \.isNewline).joined(separator: " ")
        try? FileHandle.standardError.write(contentsOf: Data("\(oneLine)\n".utf8))
    }
}
