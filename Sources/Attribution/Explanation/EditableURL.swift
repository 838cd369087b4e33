/// A URL whose parameters can be changed, all else kept byte for byte.
///
/// It sees the parameters that `QueryParameters` sees, and knows where each stands.
struct EditableURL {
    struct Pair {
        /// Decoded.
        let key: String
        /// Decoded; empty where there is none.
        let value: String
        /// The whole of it, without the `&` on either side.
        let place: Range<Int>
        /// Where the key ends and, in a pair that has one, `=` stands.
        let keyEnd: Int
    }

    /// More parameters than these no link has.
    private static let pairLimit = 256

    let pairs: [Pair]
    private let bytes: [UInt8]
    /// Where a parameter can be added; nil in a URL that is longer than what is read.
    private let end: Int?

    init(_ url: String) {
        let bytes = Array(url.utf8)
        let read = url.prefix(utf8Bytes: URLText.byteLimit).utf8.count
        let inkEnd = bytes[..<read].lastIndex { $0 > UInt8(ascii: " ") }.map { $0 + 1 } ?? 0
        let query = Self.query(of: bytes[..<inkEnd])
        self.bytes = bytes
        pairs = Self.pairs(of: bytes[query])
        end = read < bytes.count ? nil : query.upperBound
    }

    func replacingKey(of pair: Pair, with key: String) -> String {
        replacing(pair.place.lowerBound..<pair.keyEnd, with: Self.escaped(key))
    }

    func replacingValue(of pair: Pair, with value: String) -> String {
        replacing(pair.keyEnd..<pair.place.upperBound, with: "=\(Self.escaped(value))")
    }

    /// The URL with one more parameter, the last of its query.
    func adding(_ key: String, _ value: String) -> String? {
        guard let end else { return nil }
        let text = "\(Self.escaped(key))=\(Self.escaped(value))"
        if !pairs.isEmpty { return replacing(end..<end, with: "&\(text)") }
        let hasMark = bytes[..<end].contains(UInt8(ascii: "?"))
        return replacing(end..<end, with: hasMark ? text : "?\(text)")
    }

    /// The URL without the pairs that are named, nor the `&` that joined them to the rest.
    func removing(where isNamed: (Pair) -> Bool) -> String {
        var kept = bytes
        for pair in pairs.reversed() where isNamed(pair) {
            var place = pair.place
            if place.upperBound < kept.count, kept[place.upperBound] == UInt8(ascii: "&") {
                place = place.lowerBound..<(place.upperBound + 1)
            } else if place.lowerBound > 0, kept[place.lowerBound - 1] == UInt8(ascii: "&") {
                place = (place.lowerBound - 1)..<place.upperBound
            }
            kept.removeSubrange(place)
        }
        return String(decoding: kept, as: UTF8.self)
    }

    private func replacing(_ range: Range<Int>, with text: String) -> String {
        var edited = bytes
        edited.replaceSubrange(range, with: text.utf8)
        return String(decoding: edited, as: UTF8.self)
    }
}

extension EditableURL {
    /// The query that is read: that of the address or, where it holds no parameter, that within the fragment.
    private static func query(of bytes: ArraySlice<UInt8>) -> Range<Int> {
        let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
        let query = afterQuestionMark(bytes[..<(hash ?? bytes.endIndex)])
        let isEmpty = bytes[query].allSatisfy { $0 == UInt8(ascii: "&") || isDropped($0) }
        guard isEmpty, let hash else { return query }
        let fragment = afterQuestionMark(bytes[(hash + 1)...])
        return fragment.isEmpty ? query : fragment
    }

    private static func afterQuestionMark(_ bytes: ArraySlice<UInt8>) -> Range<Int> {
        guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")) else { return bytes.endIndex..<bytes.endIndex }
        return (mark + 1)..<bytes.endIndex
    }

    /// Browsers drop tabs and line ends wherever they stand in a URL.
    private static func isDropped(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private static func pairs(of query: ArraySlice<UInt8>) -> [Pair] {
        query.split(separator: UInt8(ascii: "&"))
            .filter { !$0.allSatisfy(isDropped) }
            .prefix(pairLimit)
            .compactMap { bytes in
                // Read as the rules read it, so that this type needs no decoding of its own.
                let text = "#?\(String(decoding: bytes, as: UTF8.self))&"
                return QueryParameters(url: text).first { _ in true }.map { pair in
                    Pair(
                        key: pair.key.text, value: pair.value.text, place: bytes.startIndex..<bytes.endIndex,
                        keyEnd: bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.endIndex)
                }
            }
    }

    /// A text as a query holds it: what could be read as anything else is written as `%XX`.
    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                byte.isASCIIDigit || byte.asciiLowercased.isASCIILowercaseLetter || "-._~".utf8.contains(byte)
            if isPlain { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
        }
        .joined()
    }
}
