import Attribution

/// How one fault in the tags of a link is put right.
enum TagCorrection: Equatable {
    case rename(key: String, to: String)
    case replaceValue(of: String, by: String)
    case lowerCaseValue(of: String)

    /// Nil for a fault that no change of a letter mends, and for a misspelt key beside the right one.
    init?(_ note: Note, in url: String) {
        guard let parameter = note.parameter, let suggestion = note.suggestion else { return nil }
        switch note.code {
        case .misspeltParameter where QueryParameters(url: url)[suggestion] == nil:
            self = .rename(key: parameter, to: suggestion)
        case .misspeltValue, .deprecatedValue: self = .replaceValue(of: parameter, by: suggestion)
        case .capitalLetters: self = .lowerCaseValue(of: parameter)
        default: return nil
        }
    }

    func applied(to pair: TaggedPair) -> TaggedPair {
        switch self {
        case .rename(let key, let right) where pair.key == key: pair.renamed(right)
        case .replaceValue(let key, let right) where pair.isOf(key): pair.with(rawValue: right)
        case .lowerCaseValue(let key) where pair.isOf(key): pair.with(rawValue: pair.rawValue.lowercased())
        default: pair
        }
    }
}
