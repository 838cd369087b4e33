/// An account's own domains as they are kept with each verdict: a JSON text that is the same for almost every row.
struct DomainTexts {
    private var lists: [String: [String]] = [:]
    private var texts: [[String]: String] = [:]

    mutating func list(_ text: String) throws -> [String] {
        if let known = lists[text] { return known }
        let list = try Self.plain(text) ?? JSONText.decode(from: text)
        lists[text] = list
        return list
    }

    /// What is between the quotation marks of a list in which nothing is escaped, as in a list of hosts nothing is.
    private static func plain(_ text: String) -> [String]? {
        let text = text.utf8
        guard text.count > 4, text.starts(with: "[\"".utf8), text.last == UInt8(ascii: "]"),
            text.allSatisfy({ $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: "\\") })
        else { return nil }
        let parts = text.dropFirst().dropLast().split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        let hosts = parts.map { $0.dropFirst().dropLast() }
        let isPlain = zip(parts, hosts).allSatisfy { part, host in
            part.count >= 2 && part.first == UInt8(ascii: "\"") && part.last == UInt8(ascii: "\"")
                && !host.contains(UInt8(ascii: "\""))
        }
        return isPlain ? hosts.map { String(Substring($0)) } : nil
    }

    mutating func text(_ list: [String]) throws -> String {
        if let known = texts[list] { return known }
        let text = try JSONText.encode(list)
        texts[list] = text
        return text
    }
}
