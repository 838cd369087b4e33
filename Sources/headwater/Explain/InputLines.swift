import Foundation
import Glibc

/// The lines of standard input, of which at most one is held whole.
struct InputLines {
    private let longest: Int
    private var buffer: [UInt8] = []
    /// Where the rest of the buffer begins.
    private var start = 0
    private var isAtEnd = false

    init(longest: Int) { self.longest = longest }

    /// Whether another whole line has been read already.
    var hasMore: Bool { newline != nil }

    /// The next line without its end; an inner nil for one that is too long, the outer one at the end.
    mutating func next() -> Data?? {
        while true {
            if let newline {
                let line = Data(buffer[start..<newline])
                start = newline + 1
                return .some(line.count > longest ? nil : line)
            }
            if buffer.count - start > longest {
                skipLine()
                return .some(nil)
            }
            if isAtEnd {
                guard start < buffer.count else { return nil }
                let line = Data(buffer[start...])
                start = buffer.count
                return .some(line)
            }
            fill()
        }
    }

    private var newline: Int? { buffer[start...].firstIndex(of: UInt8(ascii: "\n")) }

    /// Drops what is left of an overlong line.
    private mutating func skipLine() {
        while newline == nil, !isAtEnd {
            start = buffer.count
            fill()
        }
        start = newline.map { $0 + 1 } ?? buffer.count
    }

    private mutating func fill() {
        buffer.removeSubrange(..<start)
        start = 0
        let size = 1 << 16
        let read = withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { bytes in
            let count = Glibc.read(STDIN_FILENO, bytes.baseAddress, size)
            if count > 0 { buffer += UnsafeRawBufferPointer(rebasing: bytes[..<count]) }
            return count
        }
        isAtEnd = read <= 0
    }
}
