extension String {
    /// The longest beginning that has at most `limit` UTF-8 bytes and ends between two scalars.
    func prefix(utf8Bytes limit: Int) -> Substring {
        guard utf8.count > limit else { return self[...] }
        var end = utf8.index(utf8.startIndex, offsetBy: limit)
        while end > utf8.startIndex, utf8[end] & 0b1100_0000 == 0b1000_0000 {
            end = utf8.index(before: end)
        }
        return self[..<end]
    }

    /// The longest beginning that has at most `limit` Unicode scalars.
    func prefix(scalars limit: Int) -> Substring {
        // A scalar has at most four bytes, and at least one: most texts need no counting.
        guard utf8.count > limit else { return self[...] }
        return Substring(unicodeScalars.prefix(limit))
    }
}

extension StringProtocol {
    var trimmingSpaces: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
