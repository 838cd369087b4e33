/// Where the line of a long address may end.
enum LineBreaks {
    /// Cut after each `/` and before each `?` and `&`; together the parts are the address again.
    static func parts(of address: String) -> [TextLine] {
        var parts: [String] = []
        var part = ""
        for letter in address {
            if letter == "?" || letter == "&", !part.isEmpty {
                parts.append(part)
                part = ""
            }
            part.append(letter)
            if letter == "/" {
                parts.append(part)
                part = ""
            }
        }
        if !part.isEmpty { parts.append(part) }
        return parts.map { TextLine(text: $0) }
    }
}
