import Foundation

/// A text with merge fields in it: `Hello {{contact.first_name}}`.
public struct MergeText: Sendable, Equatable {
    /// A stretch of the text.
    public enum Part: Sendable, Equatable {
        case text(String)
        case field(MergeField)
    }

    public let parts: [Part]

    /// How far an end is looked for: a field's name, and white space around it.
    private static let longestField = 220

    /// Finds the fields of a text; braces around what no field is called stay text.
    public init(_ text: String) {
        var parts: [Part] = []
        var plain = ""
        var rest = text[...]
        while let start = rest.range(of: "{{") {
            plain += rest[..<start.lowerBound]
            let inside = rest[start.upperBound...]
            let end = inside.prefix(Self.longestField).range(of: "}}")
            let field = end.flatMap { MergeField(rawValue: String(inside[..<$0.lowerBound]).trimmed) }
            if let end, let field {
                if !plain.isEmpty { parts.append(.text(plain)) }
                plain = ""
                parts.append(.field(field))
                rest = inside[end.upperBound...]
            } else {
                plain += "{"
                rest = rest[rest.index(after: start.lowerBound)...]
            }
        }
        plain += rest
        if !plain.isEmpty { parts.append(.text(plain)) }
        self.parts = parts
    }

    /// The fields that it asks for, in order.
    public var fields: [MergeField] {
        parts.compactMap { if case .field(let field) = $0 { field } else { nil } }
    }

    /// The text with a value in each field's place; what has no value leaves nothing behind.
    ///
    /// - Parameter encode: how a value is written where it stands, like percent-encoded in an address.
    public func resolved(
        with values: MergeValues, encode: (String) -> String = { $0 }
    ) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .field(let field): values[field].map(encode) ?? ""
            }
        }.joined()
    }
}
