import Foundation

/// A file of `key = value` lines; `#` at the beginning of a line or after a space begins a comment.
struct ConfigurationFile {
    let path: String
    let values: [Setting: String]

    init(path: String) throws(ConfigurationError) {
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else { throw .unreadable(file: path) }
        try self.init(text, path: path)
    }

    init(_ text: String, path: String) throws(ConfigurationError) {
        var values: [Setting: String] = [:]
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let equals = line.firstIndex(of: "=") else { throw .notAPair(file: path, line: index + 1) }
            let key = line[..<equals].trimmingCharacters(in: .whitespaces)
            guard let setting = Setting(rawValue: key) else { throw .unknownKey(key, file: path, line: index + 1) }
            guard values[setting] == nil else { throw .repeatedKey(key, file: path, line: index + 1) }
            let value = line[line.index(after: equals)...]
            values[setting] = Self.withoutComment(value).trimmingCharacters(in: .whitespaces)
        }
        self.path = path
        self.values = values
    }

    private static func withoutComment(_ value: Substring) -> Substring {
        value.firstRange(of: /\s#/).map { value[..<$0.lowerBound] } ?? value
    }
}
