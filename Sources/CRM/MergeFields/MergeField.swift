/// The name of a value that a text may ask for: `contact.first_name`, `custom_values.booking_page`.
public struct MergeField: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String

    /// Nil for what no field is called: empty, longer than 200 characters, or with white space or braces in it.
    public init?(rawValue: String) {
        guard (1...200).contains(rawValue.count),
            !rawValue.contains(where: { $0.isWhitespace || $0 == "{" || $0 == "}" })
        else { return nil }
        self.rawValue = rawValue
    }

    /// What is asked (`contact`, `custom_values`), and for what; nil without a dot.
    var parts: (noun: Substring, name: Substring)? {
        guard let dot = rawValue.firstIndex(of: ".") else { return nil }
        return (rawValue[..<dot], rawValue[rawValue.index(after: dot)...])
    }

    public var description: String { "{{\(rawValue)}}" }
}
