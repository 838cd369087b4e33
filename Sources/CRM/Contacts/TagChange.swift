/// What is to happen to the tags of contacts.
public enum TagChange: Sendable, Equatable {
    case add(Set<String>)
    case remove(Set<String>)
    case removeAll

    /// Tags as they are kept: trimmed, cut, none of them empty.
    static func cleaned(_ tags: Set<String>) -> Set<String> {
        Set(tags.map { $0.trimmed.cut(to: 200) }.filter { !$0.isEmpty })
    }

    func applied(to tags: Set<String>) -> Set<String> {
        switch self {
        case .add(let new): tags.union(Self.cleaned(new))
        case .remove(let old): tags.subtracting(Self.cleaned(old))
        case .removeAll: []
        }
    }
}

/// The tags of a contact before and after a change.
public struct TagOutcome: Sendable, Equatable {
    public let contact: ContactID
    public let before: Set<String>
    public let after: Set<String>

    public var added: [String] { after.subtracting(before).sorted() }
    public var removed: [String] { before.subtracting(after).sorted() }
}
