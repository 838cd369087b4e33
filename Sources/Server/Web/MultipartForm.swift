/// Reads a body of `multipart/form-data` (RFC 7578), which browsers send where a form has a file: names and texts.
///
/// Every part is read as UTF-8; what is not becomes U+FFFD, and so does U+0000.
struct MultipartForm {
    private(set) var fields: [(name: String, value: String)] = []

    /// At most this many parts are read; the rest is nobody's form.
    private static let mostParts = 100
    private static let longestBoundary = 70

    /// Nil when the content type is another one, or names no boundary.
    init?(_ body: some Collection<UInt8>, contentType: String?) {
        guard let boundary = Self.boundary(contentType) else { return nil }
        let bytes = Array(body)
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter has no line before it.
        var start = bytes.starts(with: delimiter.dropFirst(2)) ? delimiter.count - 2 : bytes.count
        while start < bytes.count, fields.count < Self.mostParts {
            let end = Self.find(delimiter, in: bytes, from: start) ?? bytes.count
            if let field = Self.field(bytes[start..<end]) { fields.append(field) }
            start = end + delimiter.count
        }
    }

    private static func boundary(_ contentType: String?) -> String? {
        let parts = (contentType ?? "").split(separator: ";").map { $0.trimmingPrefix(while: \.isWhitespace) }
        guard parts.first?.lowercased() == "multipart/form-data",
            let parameter = parts.first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        let boundary = parameter.dropFirst("boundary=".count).filter { $0 != "\"" }
        return boundary.isEmpty || boundary.utf8.count > longestBoundary ? nil : String(boundary)
    }

    /// A part: a line break, its headers, an empty line, its content.
    private static func field(_ part: ArraySlice<UInt8>) -> (name: String, value: String)? {
        let gap = Array("\r\n\r\n".utf8)
        let bytes = Array(part)
        guard bytes.starts(with: gap.prefix(2)), let end = find(gap, in: bytes, from: 0) else { return nil }
        let headers = String(decoding: bytes[..<end], as: UTF8.self)
        guard let name = name(in: headers) else { return nil }
        let value = String(decoding: bytes[(end + gap.count)...], as: UTF8.self)
        return (name, value.replacing("\0", with: "\u{FFFD}"))
    }

    private static func name(in headers: String) -> String? {
        for line in headers.split(separator: "\r\n") where line.lowercased().hasPrefix("content-disposition:") {
            for parameter in line.split(separator: ";").map({ $0.trimmingPrefix(while: \.isWhitespace) })
            where parameter.hasPrefix("name=\"") && parameter.hasSuffix("\"") {
                return String(parameter.dropFirst("name=\"".count).dropLast())
            }
        }
        return nil
    }

    private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, bytes.count >= needle.count else { return nil }
        var index = start
        while index <= bytes.count - needle.count {
            if bytes[index] == first, bytes[index..<(index + needle.count)].elementsEqual(needle) { return index }
            index += 1
        }
        return nil
    }
}
