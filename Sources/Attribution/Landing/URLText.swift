/// The part of a URL that is read, as `URLBounds` has it.
///
/// A well-formed URL is sliced, never copied.
struct URLText: Sendable {
    static let byteLimit = URLBounds.byteLimit

    let bytes: Substring.UTF8View
    /// Whether the URL was longer than what is read.
    let isTruncated: Bool

    init(_ url: String) {
        let head = url.prefix(utf8Bytes: Self.byteLimit)
        isTruncated = head.endIndex < url.endIndex
        let clean =
            URLBounds.needsCleaning(head.utf8.span)
            ? Substring(String(decoding: head.utf8.filter { !URLBounds.isDropped($0) }, as: UTF8.self))
            : head
        bytes = clean.utf8.slice(URLBounds.range(clean.utf8.span))
    }
}

extension Substring.UTF8View {
    /// The bytes at these offsets from the beginning.
    func slice(_ offsets: Range<Int>) -> Substring.UTF8View {
        let start = index(startIndex, offsetBy: offsets.lowerBound)
        return self[start..<index(start, offsetBy: offsets.count)]
    }
}
