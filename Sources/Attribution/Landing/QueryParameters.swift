/// The parameters of a URL, read where they stand and as browsers read them.
///
/// Pairs are split at `&` alone. A fragment is not query, except that what follows its first `?` is read when the query
/// itself holds no parameter: single-page apps put their query there. Only the first 8,192 bytes of a URL are read.
public struct QueryParameters: Sequence, Sendable {
    private let query: Substring.UTF8View

    public init(url: String) {
        let (address, fragment) = URLText(url).partedAtFragment
        let query = Self.afterQuestionMark(address)
        if query.contains(where: { $0 != UInt8(ascii: "&") }) {
            self.query = query
        } else {
            self.query = fragment.map(Self.afterQuestionMark) ?? query
        }
    }

    /// The first value under exactly this key, decoded; empty when the key stands there without a value.
    public subscript(key: String) -> String? {
        first { $0.key.equals(key) }?.value.text
    }

    public func makeIterator() -> Iterator { Iterator(rest: query) }

    private static func afterQuestionMark(_ bytes: Substring.UTF8View) -> Substring.UTF8View {
        guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")) else { return bytes[bytes.endIndex...] }
        return bytes[bytes.index(after: mark)...]
    }

    public struct Pair: Sendable {
        public let key: EncodedText
        public let value: EncodedText
    }

    public struct Iterator: IteratorProtocol {
        fileprivate var rest: Substring.UTF8View

        public mutating func next() -> Pair? {
            rest = rest.drop { $0 == UInt8(ascii: "&") }
            guard !rest.isEmpty else { return nil }
            let pair = rest.prefix { $0 != UInt8(ascii: "&") }
            rest = rest[pair.endIndex...]
            let key = pair.prefix { $0 != UInt8(ascii: "=") }
            return Pair(key: EncodedText(raw: key), value: EncodedText(raw: pair[key.endIndex...].dropFirst()))
        }
    }
}
