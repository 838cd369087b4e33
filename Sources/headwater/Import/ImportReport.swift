import CRM
import Foundation

/// What became, or would become, of each contact, as a CSV of line, outcome and reason. The values of the contact are not
/// repeated.
final class ImportReport {
    private let file: FileHandle?
    private var waiting = Data()

    /// - Parameter path: nil writes to standard output if `onStandardOutput`, and nowhere else.
    init(path: String?, onStandardOutput: Bool) throws {
        if let path {
            // Opened in place: what is no plain file, like /dev/null, must not be replaced by one.
            let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
            guard descriptor >= 0 else {
                throw CommandFailure(
                    "Cannot write the report to \(path): is the folder there, and may you write to it?")
            }
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            file = handle
        } else {
            file = onStandardOutput ? FileHandle.standardOutput : nil
        }
        if file != nil { try append(["Line", "Outcome", "Reason"]) }
    }

    func write(_ line: ImportLine) throws {
        guard file != nil else { return }
        let (word, reason): (String, String) =
            switch line.outcome {
            case .created: ("created", "")
            case .updated: ("updated", "")
            case .left: ("skipped", "A contact with this e-mail or phone is there already")
            case .refused(let problems): ("refused", problems.joined(separator: "; "))
            }
        try append(["\(line.line)", word, reason])
    }

    func close() throws { try flush() }

    private func append(_ cells: [String]) throws {
        waiting.append(contentsOf: CSVLine.text(cells).utf8)
        if waiting.count > 1 << 16 { try flush() }
    }

    private func flush() throws {
        do {
            try file?.write(contentsOf: waiting)
        } catch {
            throw CommandFailure("Cannot write the report: the disk is full, or the reader has gone.")
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
