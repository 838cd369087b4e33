import Foundation
import Glibc

/// The number of the input that is being tried, in a file: it outlives the process that wrote it.
struct FuzzProgress {
    private let file: FileHandle

    init(path: String) throws {
        if !FileManager.default.fileExists(atPath: path) {
            guard FileManager.default.createFile(atPath: path, contents: Data(count: 8)) else {
                throw CocoaError(.fileWriteUnknown)
            }
        }
        file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    }

    func note(_ number: UInt64) {
        var number = number
        pwrite(file.fileDescriptor, &number, MemoryLayout<UInt64>.size, 0)
    }

    var value: UInt64 {
        var number: UInt64 = 0
        pread(file.fileDescriptor, &number, MemoryLayout<UInt64>.size, 0)
        return number
    }
}
