/// A text as a field of a record keeps it.
struct FieldText: Equatable {
    /// A single parameter or field keeps this many Unicode scalars.
    static let scalarLimit = 2_048

    let text: String
    let isTruncated: Bool

    private init(text: String, isTruncated: Bool) {
        self.text = text
        self.isTruncated = isTruncated
    }

    /// Nil for what says nothing: an empty value, white space, or the word that scripts write for it.
    static func field(_ value: String?) -> FieldText? {
        guard let value, isPresent(value) else { return nil }
        let short = value.prefix(scalars: scalarLimit)
        return FieldText(text: withoutNUL(String(short)), isTruncated: short.endIndex < value.endIndex)
    }

    /// A URL without its secrets, cut to the bytes that are ever read.
    static func url(_ value: String?) -> FieldText? {
        guard let value else { return nil }
        let read = URLText(value)
        let text = URLRedaction.redacted(read)
        return isPresent(text) ? FieldText(text: text, isTruncated: read.isTruncated) : nil
    }

    static func shortened(_ value: String) -> String { withoutNUL(String(value.prefix(scalars: scalarLimit))) }

    /// No database keeps U+0000 in a text.
    static func withoutNUL(_ text: String) -> String {
        guard text.utf8.contains(0) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
    }

    /// Whether a value says anything.
    static func isPresent(_ value: String) -> Bool {
        value.contains { !$0.isWhitespace } && value != "null"
    }
}
