import Attribution
import Database

extension ColumnView {
    /// Whether a column holds this text; null is nil.
    func holds(_ text: String?, at column: Int) -> Bool {
        guard let text else { return isNull(column) }
        guard let bytes = bytes(column), bytes.count == text.utf8.count else { return false }
        return text.utf8.elementsEqual(bytes)
    }

    /// The source whose key a column holds.
    ///
    /// - Throws: `DatabaseError.column` for a key that no source has.
    func source(at column: Int) throws -> Source {
        if let bytes = bytes(column) {
            for (key, source) in StoredWords.sources where key.count == bytes.count && bytes.elementsEqual(key) {
                return source
            }
        }
        throw DatabaseError.column(name: "source", expected: "a source")
    }
}

/// The keys of the sources as the bytes in which they are stored.
private enum StoredWords {
    static let sources = Source.allCases.map { (Array($0.rawValue.utf8), $0) }
}
