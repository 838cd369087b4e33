/// Where the line of a long address may end.
enum LineBreaks {
    /// Cut after a `/`, or a run of them, and before each `?` and `&`; together the parts are the address again.
    static func parts(of address: String) -> [TextLine] {
        var parts: [String] = []
        var part = ""
        for letter in address {
            let isAfterSlash = part.last == "/" && letter != "/"
            if isAfterSlash || letter == "?" || letter == "&", !part.isEmpty {
                parts.append(part)
                part = ""
            }
            part.append(letter)
        }
        if !part.isEmpty { parts.append(part) }
        return parts.map { TextLine(text: $0) }
    }
}
