/// An account's own domains as they are kept with each verdict: a JSON text that is the same for almost every row.
struct DomainTexts {
    private var lists: [String: [String]] = [:]
    private var texts: [[String]: String] = [:]

    mutating func list(_ text: String) throws -> [String] {
        if let known = lists[text] { return known }
        let list: [String] = try JSONText.decode(from: text)
        lists[text] = list
        return list
    }

    mutating func text(_ list: [String]) throws -> String {
        if let known = texts[list] { return known }
        let text = try JSONText.encode(list)
        texts[list] = text
        return text
    }
}
