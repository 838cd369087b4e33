/// One or two letters that stand for a person.
enum Initials {
    /// `AF` for "Ana Fernández", `O` for "owner@example.com".
    static func of(_ name: String) -> String {
        if let address = name.split(separator: "@").first, name.contains("@") {
            return String(address.prefix(1)).uppercased()
        }
        let words = name.split(separator: " ")
        let letters = words.count > 1 ? [words.first, words.last] : [words.first]
        return letters.compactMap { $0?.first.map(String.init) }.joined().uppercased()
    }
}
