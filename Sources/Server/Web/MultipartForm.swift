/// Reads a body of `multipart/form-data` (RFC 7578), which browsers send where a form has a file: names and texts.
///
/// Every part is read as UTF-8; what is not becomes U+FFFD, and so does U+0000.
struct MultipartForm {
    private(set) var fields: [(name: String, value: String)] = []
    /// The parts that are files, byte by byte: a file may be in another encoding.
    private(set) var files: [String: [UInt8]] = [:]

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
            if let part = Part(bytes[start..<end]) {
                fields.append((part.name, part.text))
                if part.isFile { files[part.name] = part.content }
            }
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

    fileprivate static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, bytes.count >= needle.count else { return nil }
        var index = start
        while index <= bytes.count - needle.count {
            if bytes[index] == first, bytes[index..<(index + needle.count)].elementsEqual(needle) { return index }
            index += 1
        }
        return nil
    }
}

/// A part: a line break, its headers, an empty line, its content.
private struct Part {
    let name: String
    let isFile: Bool
    let content: [UInt8]

    var text: String { String(decoding: content, as: UTF8.self).replacing("\0", with: "\u{FFFD}") }

    init?(_ part: ArraySlice<UInt8>) {
        let gap = Array("\r\n\r\n".utf8)
        let bytes = Array(part)
        guard bytes.starts(with: gap.prefix(2)), let end = MultipartForm.find(gap, in: bytes, from: 0) else {
            return nil
        }
        let parameters = Self.parameters(in: String(decoding: bytes[..<end], as: UTF8.self))
        guard let name = parameters["name"] else { return nil }
        self.name = name
        isFile = parameters["filename"] != nil
        content = Array(bytes[(end + gap.count)...])
    }

    /// The quoted parameters of the part's disposition.
    private static func parameters(in headers: String) -> [String: String] {
        var found: [String: String] = [:]
        for line in headers.split(separator: "\r\n") where line.lowercased().hasPrefix("content-disposition:") {
            for parameter in line.split(separator: ";").map({ $0.trimmingPrefix(while: \.isWhitespace) }) {
                let halves = parameter.split(separator: "=", maxSplits: 1)
                guard halves.count == 2, halves[1].hasPrefix("\""), halves[1].hasSuffix("\""), halves[1].count >= 2
                else {
                    continue
                }
                let name = String(halves[0])
                found[name] = found[name] ?? String(halves[1].dropFirst().dropLast())
            }
        }
        return found
    }
}
