/// A user agent, searched for the product tokens that browsers write into it.
struct UserAgentText {
    /// No honest user agent is longer.
    static let byteLimit = 1_024

    private let bytes: Substring.UTF8View

    init(_ text: String) {
        bytes = text.prefix(utf8Bytes: Self.byteLimit).utf8
    }

    var isBlank: Bool { bytes.allSatisfy { $0 <= UInt8(ascii: " ") } }

    func contains(_ token: String) -> Bool { rest(after: token) != nil }

    /// The number that follows the token: 131 of `Chrome/131.0.0.0`.
    func major(after token: String) -> Int? {
        guard let rest = rest(after: token) else { return nil }
        let digits = rest.prefix(4).prefix(while: \.isASCIIDigit)
        return Int(String(Substring(digits)))
    }

    /// The first word that ends in one of the usual names for a robot: `AhrefsBot` of `AhrefsBot/7.0`.
    func word(endingIn endings: [String]) -> String? {
        let words = bytes.split { byte in
            !byte.isASCIIDigit && !byte.asciiLowercased.isASCIILowercaseLetter && byte != UInt8(ascii: "-")
        }
        return words.lazy.map { String(Substring($0)) }.first { word in
            // Cubot makes phones, not robots.
            let word = word.lowercased()
            return word != "cubot" && endings.contains(where: word.hasSuffix)
        }
    }

    private func rest(after token: String) -> Substring.UTF8View? {
        var rest = bytes
        while let first = token.utf8.first, let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: token.utf8) { return rest.dropFirst(token.utf8.count) }
            rest = rest.dropFirst()
        }
        return nil
    }
}
