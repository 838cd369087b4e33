/// The parameters of a URL, read where they stand and as browsers read them: see `QueryScanner`.
///
/// Only the first 8,192 bytes of a URL are read.
public struct QueryParameters: Sequence, Sendable {
    private let url: Substring.UTF8View
    private let keys: ParameterSpelling

    public init(url: String) {
        self.init(url: url, keys: .exact)
    }

    /// - Parameter keys: how a key must be spelt to be one of the known ones.
    init(url: String, keys: ParameterSpelling) {
        self.url = URLText(url).bytes
        self.keys = keys
    }

    /// The first value under exactly this key, decoded; empty when the key stands there without a value.
    public subscript(key: String) -> String? {
        first { $0.key.equals(key) }?.value.text
    }

    public func makeIterator() -> Iterator {
        Iterator(url: url, scanner: QueryScanner(url.span), keys: keys)
    }

    public struct Pair: Sendable {
        public let key: EncodedText
        public let value: EncodedText
        /// The known parameter that the key spells.
        let parameter: Parameter?
    }

    public struct Iterator: IteratorProtocol {
        fileprivate let url: Substring.UTF8View
        fileprivate var scanner: QueryScanner
        fileprivate let keys: ParameterSpelling

        public mutating func next() -> Pair? {
            guard let pair = scanner.next(in: url.span) else { return nil }
            return Pair(
                key: EncodedText(raw: url.slice(pair.key)), value: EncodedText(raw: url.slice(pair.value)),
                parameter: Parameter(key: pair.key, in: url.span, keys))
        }
    }
}
