import Attribution

/// Host and port of a link's target.
struct LinkAuthority {
    let host: Host
    /// Both, in ASCII.
    let text: String

    init(_ written: Substring) throws(LinkProblem) {
        guard !written.contains("@") else { throw .credentials }
        let (name, port) = Self.split(written)
        // An escape in a host is nobody's way to write one.
        guard !name.isEmpty, !name.contains("%"), let host = Host(name: String(name)), Self.isWhole(host.name) else {
            throw .host
        }
        if let port { guard Self.isPort(port) else { throw .port } }
        self.host = host
        text = host.name + (port.map { ":\($0)" } ?? "")
    }

    /// The colons of an IPv6 address stand in brackets.
    private static func split(_ written: Substring) -> (name: Substring, port: Substring?) {
        let bracket = written.lastIndex(of: "]") ?? written.startIndex
        guard let colon = written[bracket...].firstIndex(of: ":") else { return (written, nil) }
        return (written[..<colon], written[written.index(after: colon)...])
    }

    private static func isPort(_ text: Substring) -> Bool {
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return false }
        return Int(text).map { (1...65_535).contains($0) } ?? false
    }

    /// At most as long as a name can be, and no label of it empty.
    private static func isWhole(_ name: String) -> Bool {
        name.utf8.count <= 253
            && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }
}
