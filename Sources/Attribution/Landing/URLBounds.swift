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

    /// Whether the bytes hold any that are dropped.
    static func needsCleaning(_ url: Bytes) -> Bool {
        for index in url.indices where isDropped(url[index]) { return true }
        return false
    }
}
