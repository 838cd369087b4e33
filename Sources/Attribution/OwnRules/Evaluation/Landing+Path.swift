extension Landing {
    /// The path as it stands in the URL, with its leading slash; nil where the URL has no place for one.
    var path: String? {
        let address = Array(URLText(url).bytes).prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        if address.first.map(Self.isSlash) == true { return String(decoding: address, as: UTF8.self) }
        guard let colon = address.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let afterColon = address[(colon + 1)...]
        guard afterColon.prefix(2).count(where: Self.isSlash) == 2 else { return nil }
        let path = afterColon.drop(while: Self.isSlash).drop { !Self.isSlash($0) }
        return path.isEmpty ? "/" : String(decoding: path, as: UTF8.self)
    }

    private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
}
