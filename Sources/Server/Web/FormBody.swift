import Hummingbird
import NIOCore

/// What a form sent: every value of every name, in order. A body of `application/x-www-form-urlencoded` is read as
/// browsers write it.
struct FormBody: Sendable {
    private let pairs: [(name: String, value: String)]
    private let files: [String: [UInt8]]

    /// Bytes of its names and values.
    var size: Int { pairs.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count } }

    /// At most this many pairs are read; the rest is nobody's form.
    static let mostPairs = 2_000

    init(_ body: ByteBuffer) {
        self.init(String(buffer: body))
    }

    /// A body of either kind that forms are sent in.
    init(_ body: ByteBuffer, contentType: String?) {
        if let form = MultipartForm(body.readableBytesView, contentType: contentType) {
            self.init(pairs: form.fields, files: form.files)
        } else {
            self.init(body)
        }
    }

    private init(pairs: [(name: String, value: String)], files: [String: [UInt8]]) {
        self.pairs = pairs
        self.files = files
    }

    init(_ text: String) {
        files = [:]
        pairs = text.utf8.split(separator: UInt8(ascii: "&"), maxSplits: Self.mostPairs).prefix(Self.mostPairs).map {
            pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(parts[0]), parts.count == 2 ? Self.decoded(parts[1]) : "")
        }
    }

    /// The first value of a name.
    subscript(name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    /// The file of a name as it was sent; nil where none was chosen.
    func file(_ name: String) -> [UInt8]? {
        guard let bytes = files[name], !bytes.isEmpty else { return nil }
        return bytes
    }

    func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    /// Every name with its values; names and values are free of U+0000.
    var values: [String: [String]] {
        Dictionary(pairs.map { ($0.name, [$0.value]) }, uniquingKeysWith: +)
    }

    var names: [String] {
        var seen: Set<String> = []
        return pairs.map(\.name).filter { seen.insert($0).inserted }
    }

    private static func decoded(_ bytes: Substring.UTF8View) -> String {
        var decoded: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "+") {
                decoded.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let value = escaped(bytes, index) {
                decoded.append(value)
                index = bytes.index(index, offsetBy: 2)
            } else {
                decoded.append(byte)
            }
            index = bytes.index(after: index)
        }
        return String(decoding: decoded, as: UTF8.self).replacing("\0", with: "\u{FFFD}")
    }

    private static func escaped(_ bytes: Substring.UTF8View, _ index: Substring.Index) -> UInt8? {
        guard let end = bytes.index(index, offsetBy: 3, limitedBy: bytes.endIndex) else { return nil }
        let digits = bytes[bytes.index(after: index)..<end]
        guard digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else { return nil }
        return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
