import Foundation

/// An address of the console with its query, written so that every value comes back as it was.
struct ConsolePath: Sendable {
    let path: String
    private(set) var items: [(name: String, value: String)] = []

    init(_ path: String) { self.path = path }

    /// The same address with one more parameter; an absent value adds none.
    func with(_ name: String, _ value: String?) -> ConsolePath {
        guard let value else { return self }
        var longer = self
        longer.items.append((name, value))
        return longer
    }

    var text: String {
        guard !items.isEmpty else { return path }
        return path + "?" + items.map { "\(Self.escaped($0.name))=\(Self.escaped($0.value))" }.joined(separator: "&")
    }

    /// RFC 3986's unreserved characters stay.
    static func escaped(_ text: String) -> String {
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}
