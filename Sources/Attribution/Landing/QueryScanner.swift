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

    private var position: Int
    /// Where the query ends: at the fragment, or with the URL.
    private let end: Int

    /// - Parameters:
    ///   - url: a URL as `URLBounds` leaves it.
    ///   - hash: where its fragment begins, else its end.
    init(_ url: Bytes, fragment hash: Int) {
        var start = min(url.first(of: UInt8(ascii: "?")) + 1, hash)
        while start < hash, url[start] == UInt8(ascii: "&") { start += 1 }
        if start < hash {
            position = start
            end = hash
        } else {
            position = min(url.first(of: UInt8(ascii: "?"), from: hash) + 1, url.count)
            end = url.count
        }
    }

    mutating func next(in url: Bytes) -> Pair? {
        var start = position
        while start < end, url[start] == UInt8(ascii: "&") { start += 1 }
        guard start < end else { return nil }
        let equals = min(url.first(of: UInt8(ascii: "="), or: UInt8(ascii: "&"), from: start), end)
        guard equals < end, url[equals] == UInt8(ascii: "=") else {
            position = equals
            return Pair(key: start..<equals, value: equals..<equals)
        }
        position = min(url.first(of: UInt8(ascii: "&"), from: equals + 1), end)
        return Pair(key: start..<equals, value: equals + 1..<position)
    }
}
