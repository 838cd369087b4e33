import CRM
import Foundation

/// The file that an import reads.
struct ImportInput {
    let path: String
    let format: ImportFile.Format?

    /// A file this large is read whole; what is larger is better split.
    private static let largest = 2 << 30

    func file() throws -> ImportFile {
        let url = URL(filePath: path)
        guard let format = format ?? ImportFile.Format(rawValue: url.pathExtension.lowercased()) else {
            throw CommandFailure(
                "Cannot tell what kind of file \(url.lastPathComponent) is: give --format csv or jsonl.")
        }
        return ImportFile(name: url.lastPathComponent, format: format, bytes: try bytes())
    }

    func bytes() throws -> [UInt8] {
        let url = URL(filePath: path)
        do {
            let values = try url.resourceValues(forKeys: [.fileSizeKey])
            guard (values.fileSize ?? 0) <= Self.largest else {
                throw CommandFailure("The file is larger than 2 GiB: split it and import the parts.")
            }
            return Array(try Data(contentsOf: url, options: .mappedIfSafe))
        } catch let error as CommandFailure {
            throw error
        } catch {
            throw CommandFailure("Cannot read \(url.lastPathComponent): is it there, and may you read it?")
        }
    }
}
