/// A text that counts how often a byte of it is read.
struct CountedText: RandomAccessCollection {
    private final class Counter {
        var reads = 0
    }

    private let bytes: [UInt8]
    private let counter = Counter()

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var reads: Int { counter.reads }
    var startIndex: Int { bytes.startIndex }
    var endIndex: Int { bytes.endIndex }

    subscript(position: Int) -> UInt8 {
        counter.reads += 1
        return bytes[position]
    }
}
