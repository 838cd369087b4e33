/// Finds the parameters of a URL, one after the other, as browsers do.
///
/// Pairs are split at `&` alone. A fragment is not query, except that what follows its first `?` is read when the query
/// itself holds no parameter: single-page apps put their query there.
struct QueryScanner {
    /// Where a key and its value stand, not yet decoded.
    struct Pair {
        let key: Range<Int>
        let value: Range<Int>
    }

    /// Whether a tab or a line end was met: the scanner stops there, and the URL has to be cleaned first.
    private(set) var isDirty = false
    private var position = 0
    /// What ends the query beside the end of the URL: nothing does in a fragment, so `&` stands for it.
    private var end = UInt8(ascii: "#")

    /// - Parameter url: a URL as `URLBounds` leaves it.
    init(_ url: Bytes) {
        let mark = next(of: UInt8(ascii: "?"), or: end, in: url, from: 0)
        var start = mark
        if mark < url.count, url[mark] == UInt8(ascii: "?") {
            repeat { start += 1 } while start < url.count && url[start] == UInt8(ascii: "&")
            if start < url.count, url[start] != end {
                position = start
                return
            }
        }
        // Nothing but a fragment can be left, and it begins here.
        end = UInt8(ascii: "&")
        position = next(of: UInt8(ascii: "?"), or: UInt8(ascii: "?"), in: url, from: start) + 1
    }

    mutating func next(in url: Bytes) -> Pair? {
        var start = position
        while start < url.count, url[unchecked: start] == UInt8(ascii: "&") { start += 1 }
        guard start < url.count, url[unchecked: start] != end else { return nil }
        let equals = next(of: UInt8(ascii: "="), or: UInt8(ascii: "&"), or: end, in: url, from: start)
        guard equals < url.count, url[equals] == UInt8(ascii: "=") else {
            position = equals
            return Pair(key: start..<equals, value: equals..<equals)
        }
        position = next(of: UInt8(ascii: "&"), or: end, in: url, from: equals + 1)
        return Pair(key: start..<equals, value: equals + 1..<position)
    }

    /// The first place from `start` of any of the bytes, else the end of the URL.
    @inline(__always)
    private mutating func next(
        of byte: UInt8, or other: UInt8, or third: UInt8? = nil, in url: Bytes, from start: Int
    ) -> Int {
        let wanted = EightBytes.repeated(byte)
        let orElse = EightBytes.repeated(other)
        let orLast = EightBytes.repeated(third ?? other)
        var index = start
        while true {
            index = url.first(from: index) { word in
                let marks = EightBytes.zeros(word ^ wanted) | EightBytes.zeros(word ^ orElse)
                return marks | EightBytes.zeros(word ^ orLast) | EightBytes.below(UInt8(ascii: " "), word)
            }
            guard index < url.count, url[unchecked: index] < UInt8(ascii: " ") else { return index }
            if URLBounds.isDropped(url[index]) {
                isDirty = true
                return url.count
            }
            index += 1
        }
    }
}
