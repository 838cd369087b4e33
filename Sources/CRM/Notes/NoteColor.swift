import Database

/// A color as clients write it: `#FA0` or `#FFAA00`.
public struct NoteColor: RawRepresentable, Sendable, Equatable, SQLConvertible {
    public let rawValue: String

    /// Nil for everything else: the text goes into a page.
    public init?(rawValue: String) {
        let digits = rawValue.dropFirst().utf8
        guard rawValue.hasPrefix("#"), digits.count == 3 || digits.count == 6,
            digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
        else { return nil }
        self.rawValue = rawValue
    }
}
