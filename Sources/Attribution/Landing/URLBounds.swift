/// The part of a URL that is read: its first 8,192 bytes, without the white space around it that browsers ignore.
enum URLBounds {
    static let byteLimit = 8_192

    /// Where the bytes that are read begin and end. What is cut is cut between two scalars.
    static func range(_ url: Bytes) -> Range<Int> {
        var end = min(url.count, byteLimit)
        if end < url.count {
            while end > 0, url[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
        }
        var start = 0
        while start < end, url[start] <= UInt8(ascii: " ") { start += 1 }
        while end > start, url[end - 1] <= UInt8(ascii: " ") { end -= 1 }
        return start..<end
    }

    /// Browsers drop tabs and line ends wherever they stand in a URL.
    static func isDropped(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    /// Where the fragment begins, with its `#`, or the end of the URL; nil when the URL holds bytes that are dropped.
    static func fragment(of url: Bytes) -> Int? {
        let hash = EightBytes.repeated(UInt8(ascii: "#"))
        var fragment = url.count
        var index = 0
        while index < url.count {
            index = url.first(from: index) { EightBytes.zeros($0 ^ hash) | EightBytes.below(UInt8(ascii: " "), $0) }
            guard index < url.count else { break }
            if isDropped(url[index]) { return nil }
            if url[index] == UInt8(ascii: "#") { fragment = min(fragment, index) }
            index += 1
        }
        return fragment
    }

    /// Whether the bytes hold any that are dropped.
    static func needsCleaning(_ url: Bytes) -> Bool { fragment(of: url) == nil }
}
