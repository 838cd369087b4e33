import Attribution

/// A parameter as it stands in a query, beside the key that it means.
struct TaggedPair: Equatable {
    /// Decoded.
    let key: String
    private let rawKey: String
    let rawValue: String
    private let hasValue: Bool

    /// Nil for a piece without a key.
    init?(_ piece: Substring) {
        guard let pair = QueryParameters(url: "?" + piece).first(where: { _ in true }), !pair.key.isEmpty else {
            return nil
        }
        let equals = piece.utf8.firstIndex(of: UInt8(ascii: "="))
        key = pair.key.text
        rawKey = String(piece[..<(equals ?? piece.endIndex)])
        rawValue = equals.map { String(piece[piece.utf8.index(after: $0)...]) } ?? ""
        hasValue = equals != nil
    }

    private init(key: String, rawKey: String, rawValue: String, hasValue: Bool) {
        self.key = key
        self.rawKey = rawKey
        self.rawValue = rawValue
        self.hasValue = hasValue
    }

    var text: String { hasValue ? "\(rawKey)=\(rawValue)" : rawKey }

    /// Extended rules read keys in any case.
    func isOf(_ parameter: String) -> Bool { key.lowercased() == parameter.lowercased() }

    /// - Parameter right: a key that needs no escapes, as all known ones do.
    func renamed(_ right: String) -> TaggedPair {
        TaggedPair(key: right, rawKey: right, rawValue: rawValue, hasValue: hasValue)
    }

    /// - Parameter value: as it stands in a URL.
    func with(rawValue value: String) -> TaggedPair {
        TaggedPair(key: key, rawKey: rawKey, rawValue: value, hasValue: true)
    }
}
